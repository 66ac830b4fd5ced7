using System.Diagnostics;
using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using PilotRegistry.EventStore;
using PilotRegistry.Registration;
using PilotRegistry.Testing;

namespace PilotRegistry.Ledger;

/// <summary>
/// A registration service's database as it was before there was a log: only the scripts of that time, events added by the statement that
/// the store of that time sent, no leaf.
/// </summary>
internal sealed class OldDatabase : IAsyncDisposable
{
    public const int Streams = 90, EventsPerStream = 7;

    private const string Service = "registration";

    /// <summary>An append of one event as the store sent it then.</summary>
    private const string Append =
        """
        with stream as (
            insert into mt_streams (id, type, version, timestamp, created, transaction_id) values ($1, 'application', $2, $3, $3, pg_current_xact_id())
            on conflict (id) do update set version = excluded.version, timestamp = excluded.timestamp,
                transaction_id = greatest(mt_streams.transaction_id, pg_current_xact_id())
            returning transaction_id)
        insert into mt_events (transaction_id, seq_id, stream_id, timestamp, headers, user_name, version, id, type, data)
        select transaction_id, nextval('mt_events_sequence'), $1, $3, $4, $5, $2, $6, $7, $8 from stream
        """;

    private static readonly DateTimeOffset LongAgo = new(2025, 3, 1, 2, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase server;

    private OldDatabase(TestDatabase server) => this.server = server;

    public static async Task<OldDatabase> CreateAsync()
    {
        var database = new OldDatabase(await TestDatabase.CreateAsync(Service));
        await DatabaseRoles.EnsureAsync(database.server.Admin, database.server.Owner, database.server.Serving, Service);
        await database.AsOwnerAsync("create table schema_version (script varchar primary key, applied timestamptz not null default now())");
        await database.ApplyAsync(script => !script.Contains("leaves", StringComparison.Ordinal));
        await database.FillAsync();
        return database;
    }

    /// <summary>The event store's scripts, some of them.</summary>
    public async Task ApplyAsync(Func<string, bool> which)
    {
        var serving = $"\"{new NpgsqlConnectionStringBuilder(server.Serving).Username}\"";
        foreach (var script in typeof(Store).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal) && which(n)).Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(typeof(Store).Assembly.GetManifestResourceStream(script)!);
            await AsOwnerAsync($"{(await text.ReadToEndAsync()).Replace(":serving", serving, StringComparison.Ordinal)}; insert into schema_version (script) values ('{script}')");
        }
    }

    /// <summary>The service's own program with <c>--migrate</c>, as a process.</summary>
    public Process Migrate() => Process.Start(new ProcessStartInfo("dotnet", [typeof(ApplicationState).Assembly.Location, "--migrate"])
    {
        RedirectStandardError = true,
        Environment =
        {
            ["Database__Serving"] = server.Serving, ["Database__Owner"] = server.Owner, ["Database__Admin"] = server.Admin,
            ["Auth__Issuer"] = "http://127.0.0.1:1", ["Auth__Discovery"] = "http://127.0.0.1:1", ["Auth__Audience"] = TestIssuer.Audience,
            ["Dapr__HttpEndpoint"] = "http://127.0.0.1:1", ["Dapr__ApiToken"] = TestSidecar.Token, ["Dapr__AppToken"] = TestSidecar.Token,
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
        },
    })!;

    public async Task MigrateAsync()
    {
        using var program = Migrate();
        var said = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        Assert.Equal((0, ""), (program.ExitCode, said));
    }

    /// <summary>The leaves as the log takes them.</summary>
    public async Task<IReadOnlyList<byte[]>> LeavesAsync()
    {
        await using var database = new EventDatabase(EventDatabase.Connect(server.Serving, Service), new(new()));
        var (leaves, place) = (new List<byte[]>(), Position.Start);
        while (await new Leaves(database).ReadAsync(place, limit: 100) is [.., var last] read)
        {
            leaves.AddRange(read.Select(l => l.Leaf));
            place = last.Position;
        }

        return leaves;
    }

    public Task<string> TextAsync(string sql) => AsOwnerAsync($"select coalesce(string_agg(t::text, E'\\n'), '') from ({sql}) t");

    public async Task<string> AsOwnerAsync(string sql)
    {
        await using var owned = Owned();
        await using var command = owned.CreateCommand(sql);
        return await command.ExecuteScalarAsync() as string ?? "";
    }

    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.Owner) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private NpgsqlDataSource Owned() => EventDatabase.Connect(new NpgsqlConnectionStringBuilder(server.Owner) { Pooling = false }.ConnectionString, Service);

    /// <summary>Every stream in turn gets its next event, so that the streams lie across one another.</summary>
    private async Task FillAsync()
    {
        await using var serving = EventDatabase.Connect(new NpgsqlConnectionStringBuilder(server.Serving) { Pooling = false }.ConnectionString, Service);
        await using var connection = await serving.OpenConnectionAsync();
        for (var version = 1; version <= EventsPerStream; version++)
        {
            for (var stream = 1; stream <= Streams; stream++)
            {
                await AppendAsync(connection, Persona.Named(1000 + stream), version);
            }
        }
    }

    private static async Task AppendAsync(NpgsqlConnection connection, Guid stream, int version)
    {
        var (alias, body) = version == 1 ? Started(stream) : Written(version);
        await using var command = new NpgsqlCommand(Append, connection)
        {
            Parameters =
            {
                new() { Value = stream }, new() { Value = (long)version }, new() { Value = LongAgo.AddDays(version) },
                new() { Value = """{"role":"park","command":"WriteChapter"}""", NpgsqlDbType = NpgsqlDbType.Jsonb }, new() { Value = Persona.OfPark.Id.ToString() },
                new() { Value = Guid.CreateVersion7() }, new() { Value = alias }, new() { Value = body, NpgsqlDbType = NpgsqlDbType.Jsonb },
            },
        };
        await command.ExecuteNonQueryAsync();
    }

    private static (string Alias, string Body) Started(Guid park)
    {
        var body = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests/Registration.Tests/Approved/registration.application-started.v1.json")))!;
        body["parkId"] = park.ToString();
        return ("registration.application-started.v1", body.ToJsonString());
    }

    /// <summary>A text as it could be written then: no rule kept tabs or the line ends of another system out.</summary>
    private static (string Alias, string Body) Written(int version) =>
        ("registration.chapter-written.v1", new JsonObject { ["chapter"] = "goals", ["text"] = $"第 {version} 稿\t一\r\n二 e\u0301" }.ToJsonString());
}
