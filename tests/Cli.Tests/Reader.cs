using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PilotRegistry.Cli.Verification;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli;

/// <summary>A reader's folder: logs as files, what the reader remembers, what others gave.</summary>
internal sealed class Reader : IDisposable
{
    public const string Origin = "registry.example/log";
    public static readonly DateTimeOffset Morning = new(2026, 11, 21, 1, 0, 0, TimeSpan.Zero);
    public static readonly NoteSigner Log = NoteSigner.Ed25519(Origin, SHA256.HashData("the log"u8));
    public static readonly NoteSigner Promiser = NoteSigner.Ed25519(LeafPromise.KeyName(Origin), SHA256.HashData("the promises"u8));

    private readonly string folder = Directory.CreateTempSubdirectory("verify").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public async Task<Findings> CheckAsync(params string[] words) => (await Verify.CheckAsync([.. words, "--state", At("state")]))!;

    public string At(string name) => Path.Combine(folder, name);

    /// <summary>A file in the folder, and where it lies.</summary>
    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllBytes(At(name), bytes);
        return At(name);
    }

    /// <param name="more">Others who sign the checkpoint, such as witnesses, who stand in the policy.</param>
    public SignedNote Publish(string name, byte[][] entries, NoteSigner? signer = null, params NoteSigner[] more)
    {
        var tree = new GrowingTree();
        entries.ToList().ForEach(e => tree.Append(Merkle.Leaf(e), (address, hashes) => Write($"{name}/{address.Path}", hashes.ToArray())));
        tree.Partial().ToList().ForEach(p => Write($"{name}/{p.Address.Path}", p.Bytes));
        foreach (var bundle in TileAddress.OfLevel(level: null, tree.Size))
        {
            Write($"{name}/{bundle.Path}", EntryBundle.Write([.. entries.Skip((int)bundle.Index * TileAddress.FullWidth).Take(bundle.Width).Select(e => new ReadOnlyMemory<byte>(e))]));
        }

        signer ??= Log;
        var witnesses = string.Concat(more.Select(w => $"witness {w.Key.Name} {w.Key}\n"));
        Write($"{name}/policy", Encoding.UTF8.GetBytes($"log {signer.Key}\n{witnesses}quorum {(more.Length == 0 ? "none" : more[0].Key.Name)}\n"));
        Write($"{name}/keys.txt", Encoding.UTF8.GetBytes($"{signer.Key}\n{Promiser.Key}\n"));
        var note = new Checkpoint(Origin, tree.Size, tree.Root()).SignedBy([signer, .. more]);
        Write($"{name}/checkpoint", note.ToBytes());
        return note;
    }

    /// <summary>The promise of an entry, as its service signs it.</summary>
    public static SignedNote PromiseOf(byte[] entry, NoteSigner? signer = null) => LeafPromise.Of(Origin, LeafHead.Read(entry), Merkle.Leaf(entry)).SignedBy(signer ?? Promiser);

    /// <summary>One stream an entry, a second apart.</summary>
    public static byte[][] Entries(int count, int? changed = null, int secondsApart = 1) =>
    [
        .. Enumerable.Range(0, count).Select(n => new Leaf(
            "verification", new Guid(n, 1, 0, new byte[8]), "verification", new Guid(n, 0, 0, new byte[8]), 1, Previous: null, "verification.finding-raised.v1",
            Morning.AddSeconds(n * secondsApart), n == changed ? "park" : "verifier", new JsonObject(), new Dictionary<string, Digest>(), [], Corrects: null).Write())
    ];
}
