using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;

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

    /// <param name="Reason">Why the year is submitted again; not kept for the first version.</param>
    public sealed record Request([MaxLength(4000)] string? Reason = null);

    /// <param name="computed">What the official method makes of the draft.</param>
    public static Decision Decide(SubmissionState state, Request request, CalculationOutcome? computed, ManagementBody body, DateOnly today) => state switch
    {
        _ when !state.Is(body) => SubmissionRules.NotYourPark,
        { Draft: null, Last: not null } => Decision.Nothing,
        { Draft: null } => DraftMissing,
        _ when today.Year <= state.Year => YearNotFinished,
        _ when computed?.Result is null => DraftOutdated,
        { Last: not null } when string.IsNullOrWhiteSpace(request.Reason) => ReasonMissing,
        { Last: var last } => new YearSubmitted(
            state.ParkId, state.Year, (last?.Version ?? 0) + 1, state.Draft, computed.Result, last is null ? null : request.Reason!.Trim())
    };

    public static void MapSubmitYear(this IEndpointRouteBuilder routes) => routes
        .MapPost("/submissions/{id:guid}/submission", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(SubmitYear))
        .WithSummary("Submit the year");

    private static Task<CommandAnswer<Done>> Handle(
        Guid id, Request request, IfMatch seen, Store store, RulePacks packs, ClaimsPrincipal user, TimeProvider clock) => store
        .ExecuteAsync(SubmissionState.Stream, id, seen.Version, state => Decide(
            state, request, state.Draft is { } draft ? Calculation.Run(draft, packs) : null, user.AsBody(), clock.Today()))
        .ToHttpAsync();
}
