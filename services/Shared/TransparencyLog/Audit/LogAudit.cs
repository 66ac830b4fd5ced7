namespace PilotRegistry.TransparencyLog;

/// <summary>Something in the log that must not be.</summary>
/// <param name="Index">The entry it shows at; null when it is no single entry's.</param>
public sealed record AuditFault(ulong? Index, string What);

/// <summary>What an audit found.</summary>
/// <param name="Entries">How many were read.</param>
/// <param name="Root">What the entries hash to, whatever was signed.</param>
/// <param name="Remarks">What is to be said besides, in sentences.</param>
/// <param name="Keys">What the entries say of the log's keys; to be followed only when nothing was wrong.</param>
public sealed record AuditReport(ulong Entries, Digest Root, IReadOnlyList<AuditFault> Faults, IReadOnlyList<string> Remarks, KeyNews Keys);

/// <summary>
/// Reads a whole log from its public files and trusts none of them: the root is computed from the entries, every published hash is
/// compared, every entry is read by the profile, and each stream must be whole and in order.
/// </summary>
/// <param name="checkpoint">What the log signed; the signatures are the caller's to check.</param>
/// <param name="read">The bytes of one public file.</param>
/// <param name="evidence">What the auditor brings along; nothing when left out.</param>
public sealed class LogAudit(Checkpoint checkpoint, Func<TileAddress, ValueTask<ReadOnlyMemory<byte>>> read, AuditEvidence? evidence = null)
{
    /// <summary>A log in ruins says no more by its thousandth fault.</summary>
    private const int MostFaults = 100;

    private readonly AuditEvidence evidence = evidence ?? AuditEvidence.None;
    private readonly PromiseCheck promises = new((evidence ?? AuditEvidence.None).Promises);
    private readonly Dictionary<ulong, Digest> rootAt = [];
    private readonly GrowingTree tree = new();
    private readonly RecordOrder order = new();
    private readonly KeyNews keys = new();
    private readonly List<AuditFault> faults = [];
    private readonly List<(TileAddress Address, byte[] Hashes)> grown = [];
    private bool isWhole = true;

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
        isWhole &= tree.Size == checkpoint.Size;
        var isSigned = isWhole && tree.Root() == checkpoint.Root;
        if (isWhole && !isSigned)
        {
            faults.Add(new(Index: null, $"The entries have the root {tree.Root()}, not the signed {checkpoint.Root}: entries were changed and no longer fit what was signed."));
        }

        return Report(isSigned);
    }

    private AuditReport Report(bool isSigned)
    {
        var remarks = new List<string>();
        if (isSigned && faults.Count > 0)
        {
            remarks.Add("the entries are those that were signed: what is wrong was signed so, or lies in the files of hashes");
        }

        foreach (var seen in evidence.Seen.Where(s => s.Checkpoint.Size <= checkpoint.Size))
        {
            Compare(seen, isSigned, remarks);
        }

        Compare([.. evidence.Seen, new("now", checkpoint, evidence.Witnessed), new("now", checkpoint, evidence.Asked)], isSigned, remarks);
        return new(tree.Size, tree.Root(), faults, remarks, keys);
    }

    /// <summary>Whether the log holds what was promised.</summary>
    private void Compare(IReadOnlyList<SeenCheckpoint> times, bool isSigned, List<string> remarks)
    {
        var until = new[] { order.Latest > DateTimeOffset.MinValue ? order.Latest : null, times.Max(s => s.At) }.Max();
        if (isSigned)
        {
            faults.AddRange(promises.Missing(times, until));
            remarks.AddRange(promises.Summary(times, until) is { } summary ? [summary] : Array.Empty<string>());
        }
        else if (evidence.Promises.Count > 0)
        {
            remarks.Add("whether promises were kept cannot be told from files that were not signed");
        }
    }

    /// <summary>Whether the log begins with what somebody saw. Files that are not the signed ones can show neither.</summary>
    private void Compare(SeenCheckpoint seen, bool isSigned, List<string> remarks)
    {
        var size = seen.Checkpoint.Size;
        if (size == 0 || rootAt.GetValueOrDefault(size) == seen.Checkpoint.Root)
        {
            remarks.Add($"it begins with the {size} entries {seen.By}, unchanged");
        }
        else if (isSigned)
        {
            var same = evidence.Seen.Where(s => s.Checkpoint.Size < size && rootAt.GetValueOrDefault(s.Checkpoint.Size) == s.Checkpoint.Root).Max(s => (ulong?)s.Checkpoint.Size) ?? 0;
            faults.Add(new(
                Index: null,
                $"The log of size {checkpoint.Size} does not begin with the {size} entries {seen.By}: its past was rewritten and signed again, or different readers are shown different pasts (a fork). What differs lies from entry {same} on, before entry {size}."));
        }
        else
        {
            remarks.Add($"whether it begins with the {size} entries {seen.By} cannot be told from files that were not signed");
        }
    }

    private async Task ReadEntriesAsync(TileAddress bundle)
    {
        if (await TryReadAsync(bundle, bytes => EntryBundle.Read(bytes, bundle.Width)) is not { } entries)
        {
            await SkipAsync(bundle);
            return;
        }

        foreach (var entry in entries)
        {
            var (index, hash) = (tree.Size, Merkle.Leaf(entry.Span));
            faults.AddRange(order.Add(index, entry.Span, hash, out var head).Select(what => new AuditFault(index, what)));
            if (head is not null)
            {
                faults.AddRange(promises.Add(index, head, hash).Select(what => new AuditFault(index, what)));
                faults.AddRange(keys.Add(head, entry.Span, checkpoint.Origin) is { } wrong ? [new AuditFault(index, wrong)] : Array.Empty<AuditFault>());
            }

            Append(hash);
        }

        await CompareTilesAsync();
    }

    private void Append(in Digest hash)
    {
        tree.Append(hash, (address, hashes) => grown.Add((address, hashes.ToArray())));
        if (evidence.Seen.Any(s => s.Checkpoint.Size == tree.Size))
        {
            rootAt[tree.Size] = tree.Root();
        }
    }

    /// <summary>Entries that cannot be read keep their places, so that those after them are named rightly.</summary>
    private async Task SkipAsync(TileAddress bundle)
    {
        isWhole = false;
        var hashes = await TryReadAsync(bundle with { Level = 0 }, bytes => bytes.Length == bundle.Width * Digest.Length ? bytes.ToArray() : null!)
            ?? new byte[bundle.Width * Digest.Length];
        for (var n = 0; n < bundle.Width; n++)
        {
            Append(new(hashes.AsSpan(n * Digest.Length, Digest.Length)));
        }

        grown.Clear();
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
