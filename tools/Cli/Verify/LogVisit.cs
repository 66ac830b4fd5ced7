using System.Diagnostics;
using System.Text;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli.Verification;

/// <summary>
/// One visit to a log: its newest checkpoint must be signed as the policy asks and must extend the last one seen. Only then more is looked
/// at, and only when all of it held is the new checkpoint remembered.
/// </summary>
/// <param name="state">The file of <see cref="PinnedLog"/>.</param>
public sealed class LogVisit(PublicLog log, string state)
{
    private readonly Stopwatch time = Stopwatch.StartNew();
    private readonly List<string> done = [], signedBy = [];
    private readonly List<AuditFault> faults = [];

    /// <summary>The checkpoint as the log gave it, once its signatures were checked.</summary>
    public SignedNote? Note { get; private set; }

    /// <param name="policy">The file that says whose signatures count; null for what is remembered, or the log's own on the first visit.</param>
    /// <param name="look">What else to look at.</param>
    public async Task<Findings> RunAsync(string? policy, Func<Checkpoint, Task<IEnumerable<AuditFault>>>? look = null)
    {
        Checkpoint? checkpoint = null;
        try
        {
            var pinned = PinnedLog.Read(state);
            var trusted = await PolicyAsync(policy, pinned);
            var note = SignedNote.Parse(await log.ReadAsync("checkpoint"));
            (checkpoint, var signatures) = LogPolicy.Parse(trusted).Check(note);
            Note = note;
            signedBy.AddRange(signatures.Select(s => s.At is { } at ? $"{s.Key.Name}, which saw it at {at:u}" : $"{s.Key.Name} ({s.Key.Type})"));
            await CompareAsync(pinned?.Last, checkpoint);
            faults.AddRange(look is null || faults.Count > 0 ? [] : await look(checkpoint));
            if (faults.Count == 0)
            {
                new PinnedLog(trusted, note.ToString()).Write(state);
            }
        }
        catch (Exception wrong) when (wrong is FormatException or FileNotFoundException or InvalidDataException)
        {
            faults.Add(new(Index: null, wrong.Message));
        }

        return new(faults.Count == 0, checkpoint?.Origin, checkpoint?.Size, checkpoint?.Root.ToString(), signedBy, done, faults, time.Elapsed.TotalSeconds);
    }

    public void Done(string what) => done.Add(what);

    private async Task<string> PolicyAsync(string? file, PinnedLog? pinned)
    {
        if (file is not null)
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

    private async Task CompareAsync(Checkpoint? last, Checkpoint next)
    {
        if (last is null)
        {
            done.Add("nothing to compare with: this checkpoint is remembered for the next visit");
            return;
        }

        if (last.Origin != next.Origin || next.Size < last.Size || (next.Size == last.Size && next.Root != last.Root))
        {
            faults.Add(new(Index: null, next.Origin == last.Origin
                ? $"The log shows size {next.Size} with another root than follows from size {last.Size} seen before: a past was taken back or there are two (a fork)."
                : $"This is the log {next.Origin}; {state} remembers {last.Origin}."));
            return;
        }

        var proof = await new TiledTree(next.Size, log.ReadAsync).ConsistencyAsync(last.Size);
        if (last.Size > 0 && !MerkleProof.Extends(last.Size, next.Size, proof, last.Root, next.Root))
        {
            faults.Add(new(Index: null, $"The log of size {next.Size} does not begin with the {last.Size} entries seen before: its past was rewritten."));
            return;
        }

        done.Add($"it begins with the {last.Size} entries seen before, unchanged");
    }
}
