using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli.Verification;

/// <summary>What the asker brought along, once its signatures were checked: nothing else can accuse a log.</summary>
public static class Brought
{
    /// <param name="keys">What names the key of the log's promises; null when nothing does.</param>
    /// <exception cref="RegistryException">A file is not what it is given for: that says nothing about the log.</exception>
    public static AuditEvidence Read(Question asked, LogPolicy policy, PinnedLog? pinned, string? keys, string origin)
    {
        var seen = new List<SeenCheckpoint>();
        if (pinned?.Checkpoint is { } remembered)
        {
            // It was checked when it was seen; its witnesses' times count only by keys that are trusted now.
            var note = SignedNote.Parse(remembered);
            seen.Add(new("seen before", pinned.Last!, note.Verify(policy.Witnesses.Select(w => w.Key)).Max(s => s.At)));
        }

        seen.AddRange(asked.Checkpoints.Select(file => Opened(file, "a checkpoint that this log signed", note => SeenCheckpoint(note, file, policy))));
        var promisers = (keys ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(k => k.StartsWith($"{LeafPromise.KeyName(origin)}+", StringComparison.Ordinal)).Select(VerifierKey.Parse).ToList();
        return new(
            seen, [.. asked.Promises.Select(file => Opened(file, "a promise that this log's services signed", note => new HeldPromise(Path.GetFileName(file), LeafPromise.Open(note, promisers))))],
            Witnessed: null, Asked: null);
    }

    private static SeenCheckpoint SeenCheckpoint(SignedNote note, string file, LogPolicy policy)
    {
        var checkpoint = Checkpoint.Parse(note.Text);
        var signatures = note.Verify([.. policy.Logs.Where(l => l.Name == checkpoint.Origin), .. policy.Witnesses.Select(w => w.Key)]);
        return signatures.Any(s => policy.Logs.Contains(s.Key))
            ? new($"of {Path.GetFileName(file)}", checkpoint, signatures.Max(s => s.At))
            : throw new FormatException("no log of the policy signed it");
    }

    private static T Opened<T>(string file, string what, Func<SignedNote, T> open)
    {
        try
        {
            return open(SignedNote.Parse(File.ReadAllBytes(file)));
        }
        catch (Exception wrong) when (wrong is FormatException or IOException)
        {
            throw new RegistryException($"{file} is not {what}: {wrong.Message}");
        }
    }
}
