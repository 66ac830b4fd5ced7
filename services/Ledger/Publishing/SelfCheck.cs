using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger.Publishing;

/// <summary>
/// What is about to be signed, checked by other code than wrote it: the new entries are read back from the disk and hashed, the root is
/// computed from the stored tiles, and the verifier that readers use must find that it extends the last checkpoint.
/// </summary>
public static class SelfCheck
{
    /// <exception cref="InvalidDataException">What lies on the disk is not what was meant.</exception>
    public static async Task RunAsync(LogFolder folder, Checkpoint? last, Checkpoint next)
    {
        var tree = new TiledTree(next.Size, folder.ReadAsync);
        Demand(await tree.RootAsync() == next.Root, "the stored tiles have another root");
        var old = last?.Size ?? 0;
        Demand(
            old == 0 || MerkleProof.Extends(old, next.Size, await tree.ConsistencyAsync(old), last!.Root, next.Root),
            $"the log does not extend the one of size {old}");
        foreach (var bundle in TileAddress.OfLevel(level: null, next.Size).SkipWhile(b => (b.Index * TileAddress.FullWidth) + (ulong)b.Width <= old))
        {
            Compare(folder, bundle);
        }
    }

    private static void Compare(LogFolder folder, TileAddress bundle)
    {
        var hashes = folder.Read((bundle with { Level = 0 }).Path);
        foreach (var (n, entry) in EntryBundle.Read(folder.Read(bundle.Path), bundle.Width).Index())
        {
            Demand(
                Merkle.Leaf(entry.Span) == new Digest(hashes.AsSpan(n * Digest.Length, Digest.Length)),
                $"entry {(bundle.Index * TileAddress.FullWidth) + (ulong)n} does not hash to its tile");
        }
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidDataException($"Nothing is signed: {otherwise}.");
        }
    }
}
