using Npgsql;

namespace PilotRegistry.EventStore;

/// <summary>One service's database as its serving role sees it: connections, the names of its events, its views.</summary>
public sealed class EventDatabase(NpgsqlDataSource source, EventCatalogue catalogue, params IReadOnlyList<View> views) : IAsyncDisposable
{
    /// <summary>All services share one server; each takes its part of the server's connections.</summary>
    private const int MostConnections = 24;

    private readonly ILookup<string, View> viewsByStream = views.ToLookup(v => v.Stream);

    /// <summary>
    /// Raised after a commit in this process, so that consumers need not wait for their next look. A handler only wakes
    /// somebody: it runs in the committing request and must not throw.
    /// </summary>
    public event Action? Committed;

    public NpgsqlDataSource Source { get; } = source;

    public EventCatalogue Catalogue { get; } = catalogue;

    public IReadOnlyList<View> Views { get; } = views;

    /// <summary>How events are sealed for the public log; null where there is none.</summary>
    public SealEvent? Seal { get; init; }

    /// <summary>
    /// A data source for <paramref name="connectionString"/> whose unqualified names mean <paramref name="schema"/>.
    /// Statements are prepared on second use and connections are not reset between uses: that is what one round trip costs.
    /// Plans are kept too: every query here finds its rows by index whatever the values are, and planning anew takes longer.
    /// A plan that was made while its table was nearly empty must not read the whole table for ever after, so an index is taken
    /// wherever there is one; and no plan here runs so long that compiling it (<c>jit</c>) would pay.
    /// </summary>
    public static NpgsqlDataSource Connect(string connectionString, string schema)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            SearchPath = schema,
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            ApplicationName = schema,
        };
        settings.Options = $"{settings.Options} -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off".TrimStart();
        if (!settings.ContainsKey("Maximum Pool Size"))
        {
            settings.MaxPoolSize = MostConnections;
        }

        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    internal IEnumerable<View> ViewsOf(string stream) => viewsByStream[stream];

    internal void Announce() => Committed?.Invoke();
}
