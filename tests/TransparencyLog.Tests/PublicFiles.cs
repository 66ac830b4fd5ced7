namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>A log as the public sees it: files by path, and what was signed.</summary>
internal sealed record PublicFiles(Checkpoint Checkpoint, Dictionary<string, byte[]> Files)
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 21, 1, 0, 0, TimeSpan.Zero);

    public static PublicFiles Of(byte[][] entries)
    {
        var (tree, files) = (new GrowingTree(), new Dictionary<string, byte[]>(StringComparer.Ordinal));
        entries.ToList().ForEach(e => tree.Append(Merkle.Leaf(e), (address, hashes) => files[address.Path] = hashes.ToArray()));
        tree.Partial().ToList().ForEach(p => files[p.Address.Path] = p.Bytes);
        foreach (var bundle in TileAddress.OfLevel(level: null, (ulong)entries.Length))
        {
            files[bundle.Path] = EntryBundle.Write([.. entries.Skip((int)bundle.Index * TileAddress.FullWidth).Take(bundle.Width).Select(e => new ReadOnlyMemory<byte>(e))]);
        }

        return new(new(Keys.Origin, (ulong)entries.Length, tree.Root()), files);
    }

    public Task<AuditReport> AuditAsync(AuditEvidence? evidence = null) => new LogAudit(Checkpoint, address => Files.TryGetValue(address.Path, out var bytes)
        ? ValueTask.FromResult<ReadOnlyMemory<byte>>(bytes)
        : throw new FileNotFoundException("it is not there"), evidence).RunAsync();

    /// <summary>Ten streams, one entry of each in turn, a second apart.</summary>
    public static byte[][] Entries(int count, DateTimeOffset? start = null)
    {
        var entries = new List<byte[]>();
        for (var n = 0; n < count; n++)
        {
            Digest? previous = n < 10 ? null : Merkle.Leaf(entries[n - 10]);
            entries.Add(Leaf(n % 10, (n / 10) + 1, previous, (start ?? Morning).AddSeconds(n)).Write());
        }

        return [.. entries];
    }

    public static byte[] Changed(byte[] entry) => (TransparencyLog.Leaf.Read(entry) with { Actor = "park" }).Write();

    public static Leaf Leaf(int stream, int version, Digest? previous, DateTimeOffset at) => new(
        "verification", new Guid(stream, (short)version, 0, new byte[8]), "verification", new Guid(stream, 0, 0, new byte[8]), version, previous,
        "verification.finding-raised.v1", at, "verifier", [], new Dictionary<string, Digest>(), [], Corrects: null);
}
