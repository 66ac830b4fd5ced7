using PilotRegistry.Methodology;

namespace PilotRegistry.Submission.Drafts;

/// <summary>What a park has entered for a year so far: the data as the method reads it.</summary>
public sealed record YearDraft : ActivityData;
