using System.Security.Cryptography;
using System.Text.Json.Nodes;
using PilotRegistry.Ledger.Publishing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger;

/// <summary>A log in a folder of its own, with entries that a test knows and a publisher that can be stopped at any step.</summary>
internal sealed class LogWorks : IDisposable
{
    public const string Origin = "registry.example/log";

    private static readonly DateTimeOffset Morning = new(2026, 11, 21, 1, 0, 0, TimeSpan.Zero);

    public LogWorks() => Home = Directory.CreateTempSubdirectory("log").FullName;

    public static NoteSigner Signer { get; } = NoteSigner.Ed25519(Origin, SHA256.HashData("the log"u8));

    public string Home { get; }

    public LogFolder Folder => new(Path.Combine(Home, "public"));

    public string GuardFile => Path.Combine(Home, "guard", "signed");

    /// <summary>The database's entries.</summary>
    public IReadOnlyList<byte[]> Entries { get; set; } = EntriesOf(2000);

    public Guard OpenGuard() => new(GuardFile);

    /// <param name="witness">What happens between the signature and the publication.</param>
    public Publisher Publisher(Guard guard, Func<SignedNote, SignedNote>? witness = null) => new(
        Origin, Folder, guard, [Signer], (_, note) => Task.FromResult(witness is null ? note : witness(note)),
        (from, count, _) => Task.FromResult<IReadOnlyList<byte[]>>([.. Entries.Skip((int)from).Take(count)]));

    /// <summary>Publishes as a process that starts, does it and ends.</summary>
    public async Task<Checkpoint> PublishAsync(int size, Func<SignedNote, SignedNote>? witness = null)
    {
        using var guard = OpenGuard();
        var publisher = Publisher(guard, witness);
        await publisher.PublishAsync((ulong)size);
        return publisher.Last!;
    }

    /// <summary>What a reader with the public files and the key finds.</summary>
    public async Task<AuditReport> AuditAsync()
    {
        var note = SignedNote.Parse(Folder.Read("checkpoint"));
        Assert.Single(note.Verify([Signer.Key]));
        return await new LogAudit(Checkpoint.Parse(note.Text), Folder.ReadAsync).RunAsync();
    }

    public static Digest RootOf(IEnumerable<byte[]> entries)
    {
        var tree = new GrowingTree();
        entries.ToList().ForEach(e => tree.Append(Merkle.Leaf(e)));
        return tree.Root();
    }

    /// <summary>One stream an entry, a second apart.</summary>
    /// <param name="from">When the first was recorded.</param>
    public static byte[][] EntriesOf(int count, string actor = "verifier", DateTimeOffset? from = null) =>
    [
        .. Enumerable.Range(0, count).Select(n => new Leaf(
            "verification", new Guid(n, 1, 0, new byte[8]), "verification", new Guid(n, 0, 0, new byte[8]), 1, Previous: null, "verification.finding-raised.v1",
            (from ?? Morning).AddSeconds(n), actor, new JsonObject(), new Dictionary<string, Digest>(), [], Corrects: null).Write())
    ];

    public void Dispose() => Directory.Delete(Home, recursive: true);
}
