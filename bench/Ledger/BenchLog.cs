using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Ledger;
using PilotRegistry.Ledger.Publishing;
using PilotRegistry.Ledger.Sequencing;
using PilotRegistry.Testing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Bench.Ledger;

/// <summary>A log of its own: database, folder on this disk, guard, both keys, no witness.</summary>
internal sealed class BenchLog : IAsyncDisposable
{
    public const string Origin = "registry.example/bench";

    private readonly string home = Directory.CreateTempSubdirectory("bench-log").FullName;
    private readonly TestDatabase server;
    private readonly NpgsqlDataSource database;
    private readonly Guard guard;

    private BenchLog(TestDatabase server)
    {
        (this.server, database, guard) = (server, EventDatabase.Connect(server.Serving, LedgerSetup.Schema), new(Path.Combine(home, "guard", "signed")));
        Folder = new(Path.Combine(home, "public"));
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        NoteSigner[] signers = [NoteSigner.Ed25519(Origin, RandomNumberGenerator.GetBytes(32)), NoteSigner.EcdsaP256(Origin, ecdsa.ExportPkcs8PrivateKey())];
        Publisher = new(Origin, Folder, guard, signers, (_, note) => Task.FromResult(note), Table.ReadAsync);
    }

    public LogTable Table => new(database);

    public LogFolder Folder { get; }

    public Publisher Publisher { get; }

    public static async Task<BenchLog> CreateAsync()
    {
        var server = await TestDatabase.CreateAsync(LedgerSetup.Schema);
        await DatabaseRoles.EnsureAsync(server.Admin, server.Owner, server.Serving, LedgerSetup.Schema);
        await using var owned = EventDatabase.Connect(server.Owner, LedgerSetup.Schema);
        await SchemaScripts.ApplyAsync(owned, new NpgsqlConnectionStringBuilder(server.Serving).Username!, [typeof(LedgerSetup).Assembly]);
        return new(server);
    }

    /// <summary>What the sequencer does with what one source gave.</summary>
    public async Task TakeAsync(long epoch, IReadOnlyList<byte[]> leaves)
    {
        var read = Succession.Read("bench", leaves);
        var (events, moved) = Succession.Check("bench", read, await Table.TipsAsync("bench", read.Select(l => l.Head.Stream), default));
        await Table.AppendAsync(epoch, new("bench", leaves, "0.0"), events, moved, default);
    }

    /// <summary>Leaves as a service writes them: three facts, two commitments; streams of four events.</summary>
    public static IEnumerable<byte[]> Leaves(int count)
    {
        var previous = default(Digest?);
        for (var n = 0; n < count; n++)
        {
            var version = (n % 4) + 1;
            var facts = new JsonObject { ["park_id"] = Id(n / 4, 1), ["year"] = 2025, ["finding_number"] = n };
            var commitments = new Dictionary<string, Digest> { ["body"] = new(SHA256.HashData(BitConverter.GetBytes(n))), ["person"] = new(SHA256.HashData(BitConverter.GetBytes(-n))) };
            var leaf = new Leaf(
                "bench", Guid.Parse(Id(n, 2)), "bench", Guid.Parse(Id(n / 4, 3)), version, version == 1 ? null : previous, "bench.reading-taken.v1",
                DateTimeOffset.UnixEpoch.AddMilliseconds(n), "verifier", facts, commitments, [], Corrects: null).Write();
            previous = Merkle.Leaf(leaf);
            yield return leaf;
        }
    }

    public async ValueTask DisposeAsync()
    {
        guard.Dispose();
        await database.DisposeAsync();
        await server.DisposeAsync();
        Directory.Delete(home, recursive: true);
    }

    private static string Id(int n, short kind) => new Guid(n, kind, 0, new byte[8]).ToString();
}
