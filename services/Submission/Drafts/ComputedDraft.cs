using PilotRegistry.Contracts;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Enterprises;
using PilotRegistry.Submission.OverTime;

namespace PilotRegistry.Submission.Drafts;

/// <summary>What a draft amounts to: its rolled-up data, the result by the official method, and every signal with its answer.</summary>
/// <param name="Problems">Why there is no result, in places of the draft.</param>
public sealed record ComputedDraft(
    YearDraft Draft, RolledUp Rolled, Result? Result, IReadOnlyList<InputProblem> Problems, IReadOnlyList<Signal> OverTime)
{
    public IReadOnlyList<AnsweredSignal> Signals => Result is null ? [] : SignalAnswers.To([.. Result.Signals, .. OverTime], Draft.Answers, Rolled.Data);

    public EnterpriseCoverage? Coverage => Result is null ? null : Rolled.Coverage(Result, Draft.Enterprises.Count);

    public static ComputedDraft Of(YearDraft draft, int year, RulePacks packs, YearSurroundings surroundings)
    {
        var rolled = RolledUp.Of(draft);
        IReadOnlyList<InputProblem> own = DraftCheck.Of(draft);
        var outcome = ReadingOutcome.Of(rolled.Data).Compute(year, packs);
        return own.Count > 0 || outcome.Result is not { } result
            ? new(draft, rolled, Result: null, [.. own, .. outcome.Problems.Select(p => p with { Pointer = rolled.InDraft(p.Pointer) })], [])
            : new(draft, rolled, result, [], surroundings.Look(rolled.Data, result, packs));
    }
}
