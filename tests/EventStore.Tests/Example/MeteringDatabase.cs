using Npgsql;
using PilotRegistry.Testing;

namespace PilotRegistry.EventStore.Tests.Example;

/// <summary>The service's migrated database: <see cref="Serving"/> is all that the service itself ever has.</summary>
public sealed class MeteringDatabase : IAsyncLifetime
{
    /// <summary>How long a test waits for what must come; only a failing test waits that long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public TestDatabase Server { get; private set; } = null!;

    public EventDatabase Serving { get; private set; } = null!;

    public string ServingRole => new NpgsqlConnectionStringBuilder(Server.Serving).Username!;

    public string OwnerRole => new NpgsqlConnectionStringBuilder(Server.Owner).Username!;

    public Feed Feed => new(Serving);

    public async Task InitializeAsync()
    {
        Server = await TestDatabase.CreateAsync("metering");
        await EnsureRolesAsync();
        await MigrateAsync();
        Serving = Metering.Connect(Server.Serving);
    }

    public async Task DisposeAsync()
    {
        await Serving.DisposeAsync();
        await Server.DisposeAsync();
    }

    public Task EnsureRolesAsync() => DatabaseRoles.EnsureAsync(Server.Admin, Server.Owner, Server.Serving, Metering.Schema);

    /// <summary>What <c>--migrate</c> does.</summary>
    public async Task MigrateAsync(IReadOnlyList<View>? views = null)
    {
        await using var owned = Metering.Connect(Server.Owner, views);
        await Migration.RunAsync(owned, ServingRole, []);
    }

    public Store Store(TimeProvider? clock = null, Envelope? envelope = null, EventDatabase? database = null) =>
        new(database ?? Serving, envelope ?? Metering.Vera, clock ?? TimeProvider.System);

    public async Task<Guid> InstallAsync()
    {
        var id = Guid.CreateVersion7();
        await Store().StartAsync(MeterState.Stream, id, s => Meter.Install(s, "East"));
        return id;
    }

    public Task<Outcome> ReadMeterAsync(Guid id, int number, long? seen = null) =>
        Store().ExecuteAsync(MeterState.Stream, id, seen, s => Meter.Read(s, number));

    /// <summary>Adds to a meter's stream what this program would not write, and none of its views.</summary>
    public async Task AppendRawAsync(Guid id, params (string Alias, string Body)[] added)
    {
        await using var connection = await Serving.Source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        AppendTo(batch, id, await Store().ReadAsync(id), [.. added.Select(e => new NewEvent(Guid.CreateVersion7(), e.Alias, e.Body))]);
        await batch.ExecuteNonQueryAsync();
    }

    internal static void AppendTo(NpgsqlBatch batch, Guid id, IReadOnlyList<Recorded> history, NewEvent[] added) =>
        AppendCommands.Add(batch.BatchCommands, new("meter", id, history, []), added, Metering.Now, Metering.Vera);

    public async Task AsOwnerAsync(string sql, params object[] values)
    {
        await using var owned = EventDatabase.Connect(Server.Owner, Metering.Schema);
        await ExecuteAsync(owned, sql, values);
    }

    public Task AsServingAsync(string sql, params object[] values) => ExecuteAsync(Serving.Source, sql, values);

    /// <summary>The rows of a query as text, a line each.</summary>
    public async Task<string> TextAsync(string sql, params object[] values)
    {
        await using var command = Command(Serving.Source, $"select coalesce(string_agg(t::text, E'\\n'), '') from ({sql}) t", values);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>
    /// Reads the feed in small pages until <paramref name="enough"/> is satisfied. Other databases' transactions hold it back
    /// too, so it may have to look again.
    /// </summary>
    public async Task<List<Recorded>> ReadFeedAsync(Func<List<Recorded>, bool> enough, int page = 7)
    {
        var (read, at) = (new List<Recorded>(), Position.Start);
        using var patience = new CancellationTokenSource(Patience);
        while (!enough(read))
        {
            var next = await Feed.ReadAsync(at, page, patience.Token);
            read.AddRange(next);
            at = next is [.., var last] ? last.Position : at;
        }

        return read;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, object[] values)
    {
        await using var command = Command(source, sql, values);
        await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlCommand Command(NpgsqlDataSource source, string sql, object[] values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
