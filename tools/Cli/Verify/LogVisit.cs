using System.Diagnostics;
using System.Text;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli.Verification;

/// <summary>
/// One visit to a log: its newest checkpoint must be signed as the policy asks and must extend the last one seen, and those that other
/// readers were shown. Only when all of it held is the new checkpoint remembered.
/// </summary>
public sealed class LogVisit(PublicLog log, Question asked)
{
    private readonly Stopwatch time = Stopwatch.StartNew();
    private readonly List<string> done = [], signedBy = [];
    private readonly List<AuditFault> faults = [];

    /// <summary>The checkpoint as the log gave it, once its signatures were checked.</summary>
    public SignedNote? Note { get; private set; }

    /// <summary>Who signed it.</summary>
    public IReadOnlyList<VerifiedSignature> Signatures { get; private set; } = [];

    public LogPolicy? Policy { get; private set; }

    /// <summary>What the entries say of the log's keys, where they were read: from the next visit on those are trusted that followed.</summary>
    public KeyNews Keys { get; set; } = new();

    /// <param name="look">
    /// What else to look at. Whoever reads all entries compares with what was seen by them; otherwise the log must prove it from its tiles.
    /// </param>
    /// <param name="readsAll">Whether <paramref name="look"/> reads all entries.</param>
    public async Task<Findings> RunAsync(Func<Checkpoint, AuditEvidence, Task<IEnumerable<AuditFault>>>? look = null, bool readsAll = false)
    {
        Checkpoint? checkpoint = null;
        try
        {
            var pinned = PinnedLog.Read(asked.State);
            var (policy, keys) = (await PolicyAsync(pinned), await KeysAsync(pinned));
            Policy = LogPolicy.Parse(policy);
            Note = SignedNote.Parse(await log.ReadAsync("checkpoint"));
            (checkpoint, Signatures) = Policy.Check(Note);
            signedBy.AddRange(Signatures.Select(s => s.At is { } at ? $"{s.Key.Name}, which saw it at {at:u}" : $"{s.Key.Name} ({s.Key.Type})"));
            done.AddRange(Policy.Logs.Where(l => l.Name == Checkpoint.Parse(Note.Text).Origin && Signatures.All(s => s.Key != l)).Select(l => $"{l} did not sign"));
            var evidence = Brought.Read(asked, Policy, pinned, keys, checkpoint.Origin) with { Witnessed = Signatures.Max(s => s.At), Asked = log.IsAsked ? DateTimeOffset.UtcNow : null };
            await CompareAsync(evidence, checkpoint, byProof: !readsAll);
            faults.AddRange(look is null ? [] : await look(checkpoint, evidence));
            if (faults.Count == 0)
            {
                new PinnedLog(Keys.Follow(policy), Note.ToString(), keys).Write(asked.State);
            }
        }
        catch (Exception wrong) when (wrong is FormatException or IOException or InvalidDataException)
        {
            faults.Add(new(Index: null, wrong.Message));
        }

        return new(faults.Count == 0, checkpoint?.Origin, checkpoint?.Size, checkpoint?.Root.ToString(), signedBy, done, faults, time.Elapsed.TotalSeconds);
    }

    public void Done(string what) => done.Add(what);

    private async Task<string> PolicyAsync(PinnedLog? pinned)
    {
        if (asked.Policy is { } file)
        {
            return await File.ReadAllTextAsync(file);
        }

        if (pinned is not null)
        {
            return pinned.Policy;
        }

        done.Add("first visit: the keys are those that the log itself names. Compare /policy with the keys published elsewhere, or give --policy FILE");
        return Encoding.UTF8.GetString(await log.ReadAsync("policy"));
    }

    /// <summary>Asked for only by who holds promises; a log's keys once remembered are not taken from it again.</summary>
    private async Task<string?> KeysAsync(PinnedLog? pinned) => asked switch
    {
        { Keys: { } file } => await File.ReadAllTextAsync(file),
        _ when pinned?.Keys is { } keys => keys,
        _ => await log.HasAsync("keys.txt") ? Encoding.UTF8.GetString(await log.ReadAsync("keys.txt")) : null
    };

    private async Task CompareAsync(AuditEvidence evidence, Checkpoint next, bool byProof)
    {
        if (evidence.Seen.Count == 0)
        {
            done.Add("nothing to compare with: this checkpoint is remembered for the next visit");
        }

        foreach (var seen in evidence.Seen)
        {
            await CompareAsync(seen, next, byProof);
        }
    }

    /// <summary>Whether the log begins with what somebody was shown; what does not hold becomes a fault of this visit.</summary>
    /// <param name="byProof">Whether the log must prove it from its tiles.</param>
    public async Task CompareAsync(SeenCheckpoint seen, Checkpoint next, bool byProof = true)
    {
        if (seen.Checkpoint.Origin != next.Origin)
        {
            faults.Add(new(Index: null, $"This is the log {next.Origin}; the {seen.Checkpoint.Size} entries {seen.By} are of {seen.Checkpoint.Origin}."));
        }
        else if (next.Size < seen.Checkpoint.Size)
        {
            faults.Add(new(Index: null, $"The log shows {next.Size} entries, less than the {seen.Checkpoint.Size} {seen.By}: an old copy, a past taken back, or two pasts (a fork)."));
        }
        else if (byProof)
        {
            await ProveAsync(seen, next);
        }
    }

    private async Task ProveAsync(SeenCheckpoint seen, Checkpoint next)
    {
        var last = seen.Checkpoint;
        var proof = await new TiledTree(next.Size, log.ReadAsync).ConsistencyAsync(last.Size);
        if (last.Size > 0 && !MerkleProof.Extends(last.Size, next.Size, proof, last.Root, next.Root))
        {
            faults.Add(new(
                Index: null,
                $"The log of size {next.Size} does not begin with the {last.Size} entries {seen.By}: its past was rewritten, or different readers are shown different pasts (a fork)."));
            return;
        }

        done.Add($"it begins with the {last.Size} entries {seen.By}, unchanged");
    }
}
