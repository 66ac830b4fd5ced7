namespace PilotRegistry.TransparencyLog;

/// <summary>Something in the log that must not be.</summary>
/// <param name="Index">The entry it shows at; null when it is no single entry's.</param>
public sealed record AuditFault(ulong? Index, string What);

/// <summary>What an audit found.</summary>
/// <param name="Entries">How many were read.</param>
/// <param name="Root">What the entries hash to, whatever was signed.</param>
public sealed record AuditReport(ulong Entries, Digest Root, IReadOnlyList<AuditFault> Faults);

/// <summary>
/// Reads a whole log from its public files and trusts none of them: the root is computed from the entries, every published hash is
/// compared, every entry is read by the profile, and each stream must be whole and in order.
/// </summary>
/// <param name="checkpoint">What the log signed; the signatures are the caller's to check.</param>
/// <param name="read">The bytes of one public file.</param>
public sealed class LogAudit(Checkpoint checkpoint, Func<TileAddress, ValueTask<ReadOnlyMemory<byte>>> read)
{
    /// <summary>A log in ruins says no more by its thousandth fault.</summary>
    private const int MostFaults = 100;

    private readonly GrowingTree tree = new();
    private readonly RecordOrder order = new();
    private readonly List<AuditFault> faults = [];
    private readonly List<(TileAddress Address, byte[] Hashes)> grown = [];

    /// <param name="progress">Receives the number of entries read, from time to time.</param>
    public async Task<AuditReport> RunAsync(Action<ulong>? progress = null)
    {
        foreach (var bundle in TileAddress.OfLevel(level: null, checkpoint.Size).TakeWhile(_ => faults.Count < MostFaults))
        {
            await ReadEntriesAsync(bundle);
            progress?.Invoke(tree.Size);
        }

        grown.AddRange(tree.Partial());
        await CompareTilesAsync();
        if (tree.Size == checkpoint.Size && tree.Root() != checkpoint.Root)
        {
            faults.Add(new(Index: null, $"The entries have the root {tree.Root()}, not the signed {checkpoint.Root}."));
        }

        return new(tree.Size, tree.Root(), faults);
    }

    private async Task ReadEntriesAsync(TileAddress bundle)
    {
        if (await TryReadAsync(bundle, bytes => EntryBundle.Read(bytes, bundle.Width)) is not { } entries)
        {
            return;
        }

        foreach (var entry in entries)
        {
            var (index, hash) = (tree.Size, Merkle.Leaf(entry.Span));
            faults.AddRange(order.Add(entry.Span, hash).Select(what => new AuditFault(index, what)));
            tree.Append(hash, (address, hashes) => grown.Add((address, hashes.ToArray())));
        }

        await CompareTilesAsync();
    }

    /// <summary>The hashes that were computed against those that are published.</summary>
    private async Task CompareTilesAsync()
    {
        foreach (var (address, hashes) in grown)
        {
            if (await TryReadAsync(address, bytes => bytes.ToArray()) is not { } published)
            {
                continue;
            }

            var place = published.AsSpan().CommonPrefixLength(hashes) / Digest.Length;
            if (place < address.Width || published.Length != hashes.Length)
            {
                var first = ((address.Index * TileAddress.FullWidth) + (ulong)place) << (TileAddress.Height * address.Level!.Value);
                faults.Add(new(first, $"{address.Path} has another hash than the entries from here on: either was changed."));
            }
        }

        grown.Clear();
    }

    private async Task<T?> TryReadAsync<T>(TileAddress address, Func<ReadOnlyMemory<byte>, T> interpret)
        where T : class
    {
        try
        {
            return interpret(await read(address));
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or HttpRequestException)
        {
            faults.Add(new(address.Index * TileAddress.FullWidth, $"{address.Path} cannot be read: {broken.Message}"));
            return null;
        }
    }
}
