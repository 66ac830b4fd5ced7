using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Drafts;

namespace PilotRegistry.Submission.Features;

/// <summary>
/// The park submits the year: a version that nobody can edit. It may submit again with a reason, also after disclosure
/// (a restatement); every version stays in the record.
/// </summary>
public static class SubmitYear
{
    public static readonly Refusal DraftMissing = new("draft-missing", "There is no data to submit; save a draft first.");
    public static readonly Refusal YearNotFinished = new("year-not-finished", "A year can be submitted when it is over in Beijing, from 1 January of the next year.");
    public static readonly Refusal DraftOutdated = new("draft-outdated", "The draft no longer fits the rule pack; open it, correct the fields that are marked, and save it.");
    public static readonly Refusal ReasonMissing = new("reason-missing", "This year was submitted before; say why it is submitted again.");

    public static readonly Refusal DraftChanged = new("draft-changed", "The draft was changed meanwhile; look at it again before you submit it.");

    /// <param name="Reason">Why the year is submitted again; not kept for the first version.</param>
    /// <param name="DraftVersion">The draft that was looked at; left out by whoever means it as it stands.</param>
    public sealed record Request([MaxLength(4000)] string? Reason = null, long? DraftVersion = null);

    /// <param name="computed">What the official method makes of the draft.</param>
    public static Decision Decide(
        SubmissionState state, Request request, Draft draft, CalculationOutcome? computed, ManagementBody body, DateOnly today) => state switch
        {
            _ when !state.Is(body) => SubmissionRules.NotYourPark,
            { Last: not null } when draft.Data is null => Decision.Nothing,
            _ when draft.Data is null => DraftMissing,
            _ when (request.DraftVersion ?? draft.Version) != draft.Version => DraftChanged,
            _ when today.Year <= state.Year => YearNotFinished,
            _ when computed?.Result is null => DraftOutdated,
            { Last: not null } when string.IsNullOrWhiteSpace(request.Reason) => ReasonMissing,
            { Last: var last } => new YearSubmitted(
                state.ParkId, state.Year, (last?.Version ?? 0) + 1, draft.Data, computed.Result, last is null ? null : request.Reason!.Trim())
        };

    public static void MapSubmitYear(this IEndpointRouteBuilder routes) => routes
        .MapPost("/submissions/{id:guid}/submission", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(SubmitYear))
        .WithSummary("Submit the year");

    /// <summary>The draft is locked while it is decided on, and gone with the same commit that records the version.</summary>
    private static Task<CommandAnswer<Done>> Handle(
        Guid id, Request request, IfMatch seen, Store store, DraftTable drafts, RulePacks packs, ClaimsPrincipal user, TimeProvider clock,
        CancellationToken cancel) => store
        .TransactAsync(
            SubmissionState.Stream, id, seen.Version,
            async (state, transaction) =>
            {
                var draft = await DraftTable.LockAsync(id, transaction, cancel);
                await drafts.ClearAsync(id, user.Id(), transaction, cancel);
                return Decide(state, request, draft, draft.Data is { } data ? Calculation.Run(data, packs) : null, user.AsBody(), clock.Today());
            },
            cancel)
        .ToHttpAsync();
}
