using PilotRegistry.Contracts;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Enterprises;
using PilotRegistry.Submission.Evidence;
using PilotRegistry.Submission.OverTime;

namespace PilotRegistry.Submission.Drafts;

/// <summary>What a draft amounts to: its rolled-up data, the result by the official method, and every signal with its answer.</summary>
/// <param name="Problems">Why there is no result, in places of the draft.</param>
/// <param name="OverTime">What needs more than the year's data: other years, peers, claims, and the evidence files.</param>
/// <param name="NotUploaded">Evidence that lines name and nobody has brought: a warning in a draft, and never submitted.</param>
public sealed record ComputedDraft(
    YearDraft Draft, RolledUp Rolled, Result? Result, IReadOnlyList<InputProblem> Problems, IReadOnlyList<Signal> OverTime,
    IReadOnlyList<EvidenceMention> NotUploaded)
{
    public IReadOnlyList<AnsweredSignal> Signals => Result is null
        ? []
        : SignalAnswers.To([.. Result.AllSignals(), .. OverTime, .. NotUploaded.DistinctBy(m => m.Sha256).Select(EvidenceSignals.NotUploaded)], Draft.Answers, Rolled.Data);

    public EnterpriseCoverage? Coverage => Result is null ? null : Rolled.Coverage(Result, Draft.Enterprises.Count);

    public static ComputedDraft Of(YearDraft draft, int year, RulePacks packs, YearSurroundings surroundings)
    {
        var rolled = RolledUp.Of(draft);
        IReadOnlyList<InputProblem> own = DraftCheck.Of(draft);
        var outcome = ReadingOutcome.Of(rolled.Data).Compute(year, packs);
        return own.Count > 0 || outcome.Result is not { } result
            ? new(draft, rolled, Result: null, [.. own, .. outcome.Problems.Select(p => p with { Pointer = rolled.InDraft(p.Pointer) })], [], [])
            : new(draft, rolled, result, [], [.. surroundings.Look(rolled.Data, result, packs), .. surroundings.Evidence.Signals], MissingEvidence.Of(draft, surroundings.Evidence));
    }
}
