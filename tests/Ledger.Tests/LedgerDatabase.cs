using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Ledger.Sequencing;
using PilotRegistry.Testing;

namespace PilotRegistry.Ledger;

/// <summary>The log's own database, migrated.</summary>
public sealed class LedgerDatabase : IAsyncDisposable
{
    private readonly TestDatabase server;

    private LedgerDatabase(TestDatabase server) => (this.server, Serving) = (server, EventDatabase.Connect(server.Serving, LedgerSetup.Schema));

    /// <summary>As the service sees it.</summary>
    public NpgsqlDataSource Serving { get; }

    public string ConnectionString => server.Serving;

    public LogTable Table => new(Serving);

    public static async Task<LedgerDatabase> CreateAsync()
    {
        var server = await TestDatabase.CreateAsync(LedgerSetup.Schema);
        await DatabaseRoles.EnsureAsync(server.Admin, server.Owner, server.Serving, LedgerSetup.Schema);
        await using var owned = EventDatabase.Connect(server.Owner, LedgerSetup.Schema);
        await SchemaScripts.ApplyAsync(owned, new NpgsqlConnectionStringBuilder(server.Serving).Username!, [typeof(LedgerSetup).Assembly]);
        return new(server);
    }

    public async ValueTask DisposeAsync()
    {
        await Serving.DisposeAsync();
        await server.DisposeAsync();
    }
}
