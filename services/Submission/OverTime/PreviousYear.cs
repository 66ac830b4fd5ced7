using PilotRegistry.EventStore;
using PilotRegistry.Submission.Drafts;
using PilotRegistry.Submission.Views;

namespace PilotRegistry.Submission.OverTime;

/// <summary>The newest earlier year of the park that has a submitted version, as the park entered it: to read beside the fields of this one.</summary>
public static class PreviousYear
{
    public static async Task<YearDraft?> OfAsync(ViewReader views, SubmissionRow year, CancellationToken cancel)
    {
        var (park, before) = (year.ParkId.ToString(), year.Year);
        var earlier = await views.ListAsync(
            SubmissionRow.View, $"row->>'parkId' = {park} and (row->>'year')::int < {before} and (row->>'lastVersion')::int > 0", cancel: cancel);
        return earlier.MaxBy(seen => seen.Row.Year) is { } newest
            ? (await views.FindAsync(SubmissionContents.View, newest.Id, cancel))?.Row.LastAsDraft()
            : null;
    }
}
