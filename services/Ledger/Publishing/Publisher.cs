using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger.Publishing;

/// <summary>Entries in the order of the log, from an index on.</summary>
public delegate Task<IReadOnlyList<byte[]>> ReadEntries(ulong from, int count, CancellationToken cancel);

/// <summary>
/// Makes the log public, step by step, so that a crash between any two leaves what was signed before or what is signed now: files on
/// the disk, self-check, guard, signatures, witnesses, and last the checkpoint that points to all of it.
/// </summary>
/// <param name="origin">Which log: its address without scheme, for ever.</param>
/// <param name="signers">Both keys of the log.</param>
/// <param name="witness">Asks the witnesses for their signatures; throws when the policy's quorum is not met.</param>
public sealed class Publisher(
    string origin, LogFolder folder, Guard guard, IReadOnlyList<NoteSigner> signers, Func<Checkpoint?, SignedNote, Task<SignedNote>> witness, ReadEntries read)
{
    /// <summary>Entries of one publication; more wait for the next.</summary>
    private const int Most = 16 * 1024;

    private GrowingTree? tree;
    private Checkpoint? last;

    /// <summary>What is published.</summary>
    public Checkpoint? Last => last;

    /// <summary>How many witnesses signed it.</summary>
    public int Witnesses { get; private set; }

    /// <summary>Publishes what is new, at most so much at once.</summary>
    /// <param name="size">Entries in the database.</param>
    /// <exception cref="GuardException">The database holds less than was signed.</exception>
    public async Task PublishAsync(ulong size, CancellationToken cancel = default)
    {
        var grown = tree ??= await ResumeAsync(cancel);
        if (size < grown.Size)
        {
            throw new GuardException($"The database holds {size} entries, {grown.Size} were signed: it was restored from an old backup. Nothing is signed.");
        }

        if (last is not null && size == grown.Size)
        {
            return;
        }

        try
        {
            var whole = await WriteAsync(grown, Math.Min(size, grown.Size + Most), cancel);
            var next = new Checkpoint(origin, grown.Size, grown.Root());
            await SelfCheck.RunAsync(folder, guard.Last, next);
            guard.Move(guard.Last, next);
            await ShowAsync(next);
            whole.ForEach(folder.RemovePartial);
        }
        catch
        {
            // Whatever is in memory now may be more than was signed: begin again from the disk.
            tree = null;
            throw;
        }
    }

    /// <summary>The tree as it was signed last. A signature whose checkpoint did not get out is given again.</summary>
    private async Task<GrowingTree> ResumeAsync(CancellationToken cancel)
    {
        var signed = guard.Last;
        var resumed = signed is null ? new() : GrowingTree.Resume(signed.Size, address => folder.Read(address.Path));
        if (signed is not null && (resumed.Root() != signed.Root || signed.Origin != origin))
        {
            throw new GuardException($"The files on the disk are not those of the log of size {signed.Size} that was signed. Nothing is signed.");
        }

        last = folder.Has("checkpoint") ? Checkpoint.Parse(SignedNote.Parse(folder.Read("checkpoint")).Text) : null;
        if (signed is not null && last != signed)
        {
            await ShowAsync(signed);
        }

        cancel.ThrowIfCancellationRequested();
        return resumed;
    }

    /// <summary>Entries and hashes up to a size, durable.</summary>
    /// <returns>The tiles that became whole.</returns>
    private async Task<List<TileAddress>> WriteAsync(GrowingTree grown, ulong size, CancellationToken cancel)
    {
        var whole = new List<TileAddress>();
        var first = grown.Size / TileAddress.FullWidth * TileAddress.FullWidth;
        var entries = await read(first, (int)(size - first), cancel);
        foreach (var bundle in TileAddress.OfLevel(level: null, size).SkipWhile(b => b.Index * TileAddress.FullWidth < first))
        {
            var start = (int)((bundle.Index * TileAddress.FullWidth) - first);
            folder.Write(bundle.Path, EntryBundle.Write([.. entries.Skip(start).Take(bundle.Width).Select(e => new ReadOnlyMemory<byte>(e))]));
            whole.AddRange(bundle.IsPartial ? [] : [bundle]);
        }

        foreach (var entry in entries.Skip((int)(grown.Size - first)))
        {
            grown.Append(Merkle.Leaf(entry), (address, hashes) =>
            {
                folder.Write(address.Path, hashes);
                whole.Add(address);
            });
        }

        foreach (var (address, bytes) in grown.Partial())
        {
            folder.Write(address.Path, bytes);
        }

        return whole;
    }

    private async Task ShowAsync(Checkpoint next)
    {
        var note = await witness(last, next.SignedBy(signers));
        folder.Write($"checkpoints/{next.Size}", note.ToBytes());
        folder.Write("checkpoint", note.ToBytes());
        (last, Witnesses) = (next, note.Signatures.Count - signers.Count);
    }
}
