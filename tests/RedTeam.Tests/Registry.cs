using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using PilotRegistry.EventStore;
using PilotRegistry.Ledger;
using PilotRegistry.Ledger.Publishing;
using PilotRegistry.Ledger.Sequencing;
using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.Testing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.RedTeam;

/// <summary>
/// A small registry's log as it runs in earnest: PostgreSQL, the log's own sequencer and publisher, folder, guard and keys. Whoever attacks
/// it has all of these, the database's superuser included.
/// </summary>
internal sealed class Registry : IAsyncDisposable
{
    public const string Origin = "registry.example/log";

    private readonly TestDatabase server;
    private readonly NpgsqlDataSource database;
    private readonly IOptions<LedgerSettings> settings;
    private readonly LogIdentity identity;

    private Registry(TestDatabase server)
    {
        this.server = server;
        database = EventDatabase.Connect(server.Serving, LedgerSetup.Schema);
        Home = Directory.CreateTempSubdirectory("red-team").FullName;
        settings = Options.Create(new LedgerSettings
        {
            Origin = Origin,
            Folder = Path.Combine(Home, "public"),
            Guard = Path.Combine(Home, "guard", "signed"),
            Ed25519Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            EcdsaKey = Convert.ToBase64String(NewEcdsaKey()),
            Sources = [Story.Source],
            ClientSecret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        });
        var promises = new PromiseSettings { Origin = Origin, Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) };
        (identity, Promiser) = (new(settings, Options.Create(promises)), promises.Signer);
        WriteBeside();
    }

    public string Home { get; }

    public string Public => settings.Value.Folder;

    public string GuardFile => settings.Value.Guard;

    public LogFolder Folder => new(Public);

    public LogIdentity Identity => identity;

    public LogTable Table => new(database);

    public NoteSigner Promiser { get; }

    /// <summary>What the service has, in the order of its feed.</summary>
    public List<byte[]> Feed { get; set; } = [];

    public static async Task<Registry> StartAsync()
    {
        var server = await TestDatabase.CreateAsync(LedgerSetup.Schema);
        await DatabaseRoles.EnsureAsync(server.Admin, server.Owner, server.Serving, LedgerSetup.Schema);
        await using var owned = EventDatabase.Connect(server.Owner, LedgerSetup.Schema);
        await SchemaScripts.ApplyAsync(owned, new NpgsqlConnectionStringBuilder(server.Serving).Username!, [typeof(LedgerSetup).Assembly]);
        return new(server);
    }

    /// <summary>The service writes on, and the log's process starts, publishes all of it and ends.</summary>
    /// <param name="upTo">Entries the service has then.</param>
    public async Task<Checkpoint> GrowAsync(int upTo)
    {
        Feed.AddRange(Story.Of(upTo).Skip(Feed.Count));
        return await PublishAsync();
    }

    /// <summary>The log's process starts, publishes what the service has, and ends.</summary>
    public async Task<Checkpoint> PublishAsync()
    {
        using var guard = new Guard(GuardFile);
        using var sequencer = Sequencer(Publisher(guard));
        var epoch = await Table.BeginAsync(default);
        while (await sequencer.RoundAsync(epoch, default))
        {
        }

        return guard.Last!;
    }

    public Publisher Publisher(Guard guard) => new(Origin, Folder, guard, identity.Signers, (_, note) => Task.FromResult(note), Table.ReadAsync);

    public Sequencer Sequencer(Publisher publisher) => new(
        database, Table, Leaves(new Service(this), new ConfigurationBuilder().AddInMemoryCollection([new("Services:Acceptance", "http://acceptance"), new("Auth:Discovery", "http://issuer")]).Build()),
        new(Table, identity, TimeProvider.System), new(() => publisher), settings, new LogHealth(TimeProvider.System), TimeProvider.System, NullLogger<Sequencer>.Instance);

    private LeafSource Leaves(Service clients, IConfiguration addresses) =>
        new(clients, addresses, new(clients, addresses, TimeProvider.System, nameof(LeafSource), "ledger", settings.Value.ClientSecret));

    /// <summary>What the superuser of the database may do.</summary>
    public async Task AsSuperuserAsync(string sql, params IReadOnlyList<NpgsqlParameter> values)
    {
        await using var superuser = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.Admin) { SearchPath = LedgerSetup.Schema, Pooling = false }.ConnectionString);
        await using var command = superuser.CreateCommand(sql);
        values.ToList().ForEach(v => command.Parameters.Add(v));
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Another past: database, files and guard are made anew from these entries and signed with both keys.</summary>
    public async Task<Checkpoint> RewriteAsync(IReadOnlyList<byte[]> entries)
    {
        await FillAsync(entries);
        Directory.Delete(Public, recursive: true);
        Directory.Delete(Path.GetDirectoryName(GuardFile)!, recursive: true);
        using var guard = new Guard(GuardFile);
        await Publisher(guard).PublishAsync((ulong)entries.Count);
        WriteBeside();
        return guard.Last!;
    }

    /// <summary>The database holds these entries and no others.</summary>
    public async Task FillAsync(IReadOnlyList<byte[]> entries)
    {
        await AsSuperuserAsync("truncate entries, tips, cursors");
        await AsSuperuserAsync(
            "insert into entries (index, source, event_id, leaf) select n - 1, $1, gen_random_uuid(), leaf from unnest($2) with ordinality as u (leaf, n)",
            new NpgsqlParameter { Value = Story.Source }, new() { Value = entries.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
    }

    /// <summary>The promise that the service gave for an entry.</summary>
    public SignedNote Promise(byte[] entry) => LeafPromise.Of(Origin, LeafHead.Read(entry), Merkle.Leaf(entry)).SignedBy(Promiser);

    /// <summary>All public files as they are now, under another folder.</summary>
    public string Copy(string name) => CopyFolder(Public, Path.Combine(Home, name));

    public static string CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        return to;
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await server.DisposeAsync();
        Directory.Delete(Home, recursive: true);
    }

    /// <summary>What the log's process serves beside its files.</summary>
    private void WriteBeside()
    {
        Directory.CreateDirectory(Public);
        File.WriteAllText(Path.Combine(Public, "policy"), identity.PolicyText);
        File.WriteAllText(Path.Combine(Public, "keys.txt"), identity.KeysText);
    }

    private static byte[] NewEcdsaKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    /// <summary>The service's leaves and the issuer's token, as the log asks for them.</summary>
    private sealed class Service(Registry registry) : HttpMessageHandler, IHttpClientFactory
    {
        private const int Page = 100;

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath == "/connect/token")
            {
                return Task.FromResult(new HttpResponseMessage { Content = JsonContent.Create(new { access_token = "a", expires_in = 300 }) });
            }

            var seen = request.RequestUri.Query is ['?', .. var query] ? int.Parse(query["after=0.".Length..], CultureInfo.InvariantCulture) : 0;
            var leaves = registry.Feed.Skip(seen).Take(Page).Select(l => new ReadOnlyMemory<byte>(l)).ToList();
            var answer = new HttpResponseMessage(leaves.Count == 0 ? HttpStatusCode.NoContent : HttpStatusCode.OK) { Content = new ByteArrayContent(EntryBundle.Write(leaves)) };
            answer.Headers.Add(LeafFeed.NextHeader, string.Create(CultureInfo.InvariantCulture, $"0.{seen + leaves.Count}"));
            return Task.FromResult(answer);
        }
    }
}
