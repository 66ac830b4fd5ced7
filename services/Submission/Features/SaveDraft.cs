using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Drafts;
using PilotRegistry.Submission.OverTime;
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
    /// <param name="Result">What the official method makes of the draft and its enterprises together.</param>
    /// <param name="Signals">All signals, also those over time, with the park's answers.</param>
    public sealed record Saved(
        Guid Id, long Version, DateTimeOffset SavedAt, Result Result, IReadOnlyList<AnsweredSignal> Signals, EnterpriseCoverage? Coverage);

    public static Refusal? Check(SubmissionRow year, ManagementBody body) =>
        body.ActsFor(year.Park.ManagementBodyId, year.ParkId) ? null : SubmissionRules.NotYourPark;

    /// <summary>What to keep: nothing when the park has come back to what it submitted last.</summary>
    public static YearDraft? Kept(YearDraft sent, YearDraft? last) => RegistryJson.Same(sent, last) ? null : sent;

    public static void MapSaveDraft(this IEndpointRouteBuilder routes) => routes
        .MapPut("/submissions/{id:guid}/draft", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(SaveDraft))
        .WithSummary("Save the year's data")
        .Produces<Saved>()
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .WithBodyLimit(4 * YearDraftBody.MostBytes); // Read up to the draft's own limit, whose refusal says what to do.

    private static async Task<IResult> Handle(
        Guid id, YearDraftBody body, IfMatch seen, DraftTable drafts, ViewReader views, Surroundings surroundings, RulePacks packs,
        ClaimsPrincipal user, CancellationToken cancel)
    {
        var opened = (await views.FindAsync(SubmissionContents.View, id, cancel))?.Row;
        return (opened, opened is null ? null : Check(opened.Row, user.AsBody()), body.Draft) switch
        {
            (null, _, _) => Results.NotFound(),
            (_, { } refusal, _) => CommandAnswers.From(new Outcome.Refused(refusal)),
            (_, _, null) => body.Read.Problems.ToHttp(),
            var (_, _, draft) => await SaveAsync(ComputedDraft.Of(draft, opened.Row.Year, packs, await surroundings.OfAsync(id, opened, cancel)))
        };

        async Task<IResult> SaveAsync(ComputedDraft computed) => computed.Result is { } result
            ? new DraftAnswer<Saved>(
                await drafts.SaveAsync(id, seen.Version, Kept(computed.Draft, opened.LastAsDraft()), user.Id(), cancel),
                draft => new(id, draft.Version, draft.SavedAt, result, computed.Signals, computed.Coverage))
            : computed.Problems.ToHttp();
    }
}
