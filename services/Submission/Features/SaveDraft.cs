using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Views;

namespace PilotRegistry.Submission.Features;

/// <summary>
/// The park saves its data of a year. A draft may be as incomplete as it likes, since every list may be left out, but
/// each line it holds is whole: so a draft always has a result, and somebody half way sees what the official method makes
/// of what is there. A line that is not finished stays on the form, with the message that says what it lacks.
/// </summary>
public static class SaveDraft
{
    /// <param name="Result">What the official method makes of the draft, with its signals.</param>
    public sealed record Saved(Guid Id, long Version, Result Result);

    public static Decision Decide(SubmissionState state, ActivityData data, ManagementBody body) => state switch
    {
        _ when !state.Is(body) => SubmissionRules.NotYourPark,
        { Draft: { } draft } when RegistryJson.Same(draft, data) => Decision.Nothing,
        { Last: { } last } when RegistryJson.Same(last.Data, data) => state.Draft is null ? Decision.Nothing : new DraftWithdrawn(),
        _ => new DraftSaved(data)
    };

    public static void MapSaveDraft(this IEndpointRouteBuilder routes) => routes
        .MapPut("/submissions/{id:guid}/draft", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(SaveDraft))
        .WithSummary("Save the year's data")
        .Produces<Saved>();

    private static async Task<IResult> Handle(
        Guid id, YearData body, IfMatch seen, Store store, ViewReader views, RulePacks packs, ClaimsPrincipal user, CancellationToken cancel)
    {
        var opened = await views.FindAsync(SubmissionRow.View, id, cancel);
        return (opened, opened is null ? null : body.Read.Compute(opened.Row.Year, packs)) switch
        {
            (null, _) or (_, null) => Results.NotFound(),
            (_, { Result: { } result }) => await store
                .ExecuteAsync(SubmissionState.Stream, id, seen.Version, state => Decide(state, body.Read.Data!, user.AsBody()), cancel)
                .ToHttpAsync(done => new Saved(done.Id, done.Version, result)),
            (_, { Problems: var problems }) => problems.ToHttp()
        };
    }
}
