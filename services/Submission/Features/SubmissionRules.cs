using PilotRegistry.EventStore;

namespace PilotRegistry.Submission.Features;

/// <summary>Refusals that several commands on a year share.</summary>
public static class SubmissionRules
{
    public static readonly Refusal NotYourPark = new("not-your-park", "This park belongs to another management body.");
    public static readonly Refusal NothingSubmitted = new("nothing-submitted", "This year has no submitted version yet; submit the draft first.");
}
