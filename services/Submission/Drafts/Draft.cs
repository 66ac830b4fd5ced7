namespace PilotRegistry.Submission.Drafts;

/// <summary>A year's draft as it lies in its table.</summary>
/// <param name="Version">Grows with every save and with every submission; 0 before the first save.</param>
/// <param name="Data">Null when nothing is drafted since the last submission.</param>
/// <param name="SavedBy">The account that saved, withdrew or submitted it last.</param>
public sealed record Draft(long Version, YearDraft? Data, DateTimeOffset SavedAt, Guid SavedBy)
{
    public static readonly Draft None = new(0, Data: null, default, Guid.Empty);
}

/// <summary>What became of a save.</summary>
/// <param name="Draft">The draft as it stands now.</param>
/// <param name="IsStale">It was changed by somebody else meanwhile, and nothing was saved.</param>
public sealed record DraftSaving(Draft Draft, bool IsStale);
