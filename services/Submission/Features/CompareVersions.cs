using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Drafts;
using PilotRegistry.Submission.Enterprises;
using PilotRegistry.Submission.OverTime;
using PilotRegistry.Submission.Views;

namespace PilotRegistry.Submission.Features;

/// <summary>What changed between two versions of a year, value by value; and what the draft would change.</summary>
public static class CompareVersions
{
    /// <summary>The figures that a reader asks for first.</summary>
    /// <param name="Total">t CO2.</param>
    /// <param name="Tce">tce.</param>
    /// <param name="Core">t CO2/tce.</param>
    public sealed record Figures(decimal Total, decimal Tce, decimal? Core, Verdict Verdict);

    /// <param name="To">Null for the draft.</param>
    /// <param name="After">Null when the draft cannot be computed any more.</param>
    public sealed record Comparison(int From, int? To, IReadOnlyList<Difference> Differences, Figures Before, Figures? After);

    public static void MapCompareVersions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/submissions/{id:guid}/versions/{a:int}/diff/{b:int}", VersionsAsync).RequireAuthorization("Insider")
            .WithName("CompareVersions").WithSummary("What differs between two submitted versions").Produces<Comparison>();
        routes.MapGet("/submissions/{id:guid}/draft/diff", DraftAsync).RequireAuthorization("Park")
            .WithName("CompareDraft").WithSummary("What the draft changes in the newest submitted version").Produces<Comparison>();
    }

    private static async Task<IResult> VersionsAsync(
        Guid id, int a, int b, ViewReader views, RulePacks packs, ClaimsPrincipal user, CancellationToken cancel)
    {
        var seen = await SeenAsync(id, views, user, cancel);
        return (seen?.Versions.Find(v => v.Version == a), seen?.Versions.Find(v => v.Version == b)) is ({ } older, { } newer)
            ? Answer.Of(new Comparison(a, b, Compare(older, newer.Data, newer.Result, packs), Of(older.Result), Of(newer.Result)))
            : Results.NotFound();
    }

    private static async Task<IResult> DraftAsync(
        Guid id, ViewReader views, DraftTable drafts, RulePacks packs, ClaimsPrincipal user, CancellationToken cancel)
    {
        var seen = await SeenAsync(id, views, user, cancel);
        return (seen?.Versions.LastOrDefault(), (await drafts.FindAsync(id, cancel)).Data) is ({ } last, { } draft)
            ? Answer.Of(Preview(last, ComputedDraft.Of(draft, seen!.Row.Year, packs, YearSurroundings.None), packs))
            : Results.NotFound();
    }

    private static Comparison Preview(ReportedVersion last, ComputedDraft draft, RulePacks packs) => new(
        last.Version, To: null, Compare(last, draft.Rolled.Data.Published(), draft.Result, packs), Of(last.Result),
        draft.Result is { } result ? Of(result) : null);

    private static async Task<SubmissionContents?> SeenAsync(Guid id, ViewReader views, ClaimsPrincipal user, CancellationToken cancel) =>
        await views.FindAsync(SubmissionContents.View, id, cancel) is { } seen && ReadSubmissions.MaySee(seen.Row.Row, user) ? seen.Row : null;

    private static IReadOnlyList<Difference> Compare(ReportedVersion older, ActivityData newer, Result? result, RulePacks packs)
    {
        var named = (result ?? older.Result).RulePacks[0];
        return Methodology.Comparison.Of(older.Data, newer, packs.Find(named.Id, named.Version));
    }

    private static Figures Of(Result result)
    {
        var core = result.Indicators.First(i => i.Id == IndicatorIds.Core);
        return new(result.Emissions.Total, result.Energy.Tce, core.Value, core.Verdict);
    }
}
