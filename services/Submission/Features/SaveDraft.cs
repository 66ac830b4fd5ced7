using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Drafts;
using PilotRegistry.Submission.Views;

namespace PilotRegistry.Submission.Features;

/// <summary>
/// The park saves its data of a year. A draft may be as incomplete as it likes, since every list may be left out, but
/// each line it holds is whole: so a draft always has a result, and somebody half way sees what the official method makes
/// of what is there. A line that is not finished stays on the form, with the message that says what it lacks. A draft is no
/// fact: it has a version of its own and leaves no trace in the record.
/// </summary>
public static class SaveDraft
{
    /// <param name="Version">Of the draft; send it as If-Match with the next save.</param>
    /// <param name="Result">What the official method makes of the draft, with its signals.</param>
    public sealed record Saved(Guid Id, long Version, DateTimeOffset SavedAt, Result Result);

    public static Refusal? Check(SubmissionRow year, ManagementBody body) =>
        body.ActsFor(year.Park.ManagementBodyId, year.ParkId) ? null : SubmissionRules.NotYourPark;

    /// <summary>What to keep: nothing when the park has come back to what it submitted last.</summary>
    public static YearDraft? Kept(YearDraft sent, ReportedVersion? last) =>
        last is not null && RegistryJson.Same<ActivityData>(sent, last.Data) ? null : sent;

    public static void MapSaveDraft(this IEndpointRouteBuilder routes) => routes
        .MapPut("/submissions/{id:guid}/draft", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(SaveDraft))
        .WithSummary("Save the year's data")
        .Produces<Saved>()
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    private static async Task<IResult> Handle(
        Guid id, YearDraftBody body, IfMatch seen, DraftTable drafts, ViewReader views, RulePacks packs, ClaimsPrincipal user, CancellationToken cancel)
    {
        var opened = (await views.FindAsync(SubmissionContents.View, id, cancel))?.Row;
        return (opened, opened is null ? null : Check(opened.Row, user.AsBody()), opened is null ? null : body.Read.Compute(opened.Row.Year, packs)) switch
        {
            (null, _, _) or (_, _, null) => Results.NotFound(),
            (_, { } refusal, _) => CommandAnswers.From(new Outcome.Refused(refusal)),
            (_, _, { Result: { } result }) => new DraftAnswer<Saved>(
                await drafts.SaveAsync(id, seen.Version, Kept(body.Draft!, opened.Versions.LastOrDefault()), user.Id(), cancel),
                draft => new(id, draft.Version, draft.SavedAt, result)),
            (_, _, { Problems: var problems }) => problems.ToHttp()
        };
    }
}
