using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Acceptance.Features;

/// <summary>A listed park asks for acceptance (验收) on a year that is verified and disclosed.</summary>
public static class RequestAcceptance
{
    public static readonly Refusal NotListed = new("not-listed", "Only a park on the national construction list can be accepted.");
    public static readonly Refusal NotYourPark = new("not-your-park", "This park belongs to another management body.");
    public static readonly Refusal AlreadyAccepted = new("already-accepted", "The park is accepted already.");
    public static readonly Refusal Open = new("acceptance-open", "A request of this park is being decided; wait for its outcome.");
    public static readonly Refusal StatementMissing = new("statement-missing", "There is no signed verification statement of this park on this year.");
    public static readonly Refusal OpinionForbids = new("opinion-forbids-acceptance", "The verifier's opinion is adverse or disclaimed; the park cannot be accepted on this year.");
    public static readonly Refusal NotDisclosed = new("year-not-disclosed", "The verified version of this year is not disclosed; disclose it first.");

    public sealed record Request(Guid ParkId, [Range(2020, 2060)] int Year, Guid VerificationId);

    /// <summary>What other services know, each null when they know nothing or do not show it to this caller.</summary>
    public sealed record Facts(RegisteredPark? Park, VerifiedYear? Verification, ReportedYear? Reported);

    public static Decision Decide(AcceptanceState state, Request request, Facts facts, ManagementBody body) => facts.Park switch
    {
        null => NotListed,
        { Facts.ManagementBodyId: var manages } when !body.ActsFor(manages, request.ParkId) => NotYourPark,
        _ when state.IsSettledOn(request.VerificationId) => Decision.Nothing,
        _ when state.Status == AcceptanceStatus.Granted => AlreadyAccepted,
        _ when state.IsOpen => Open,
        var park => OnStatement(request, park, facts.Verification, facts.Reported)
    };

    public static void MapRequestAcceptance(this IEndpointRouteBuilder routes) => routes
        .MapPost("/acceptances", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(RequestAcceptance))
        .WithSummary("Ask for acceptance");

    private static async Task<CommandAnswer<Done>> Handle(
        Request request, Store store, IRegistration registration, IVerification verifications, ISubmission submissions,
        ClaimsPrincipal user, CancellationToken cancel)
    {
        var park = await registration.GetParkAsync(request.ParkId, cancel).FoundAsync();
        var verification = await verifications.GetVerificationAsync(request.VerificationId, cancel).FoundAsync();
        var reported = verification is null ? null : await submissions.GetSubmissionAsync(verification.SubmissionId, cancel).FoundAsync();
        var facts = new Facts(park, verification, reported);
        var id = AcceptanceState.IdOf(request.ParkId);
        return await store
            .StartAsync(AcceptanceState.Stream, id, state => Decide(state, request, facts, user.AsBody()), cancel)
            .ToCreatedAsync($"/acceptances/{id}", done => new Done(done.Id, done.Version));
    }

    private static Decision OnStatement(Request request, RegisteredPark park, VerifiedYear? verification, ReportedYear? reported) => verification switch
    {
        null or { Statement: null } => StatementMissing,
        { ParkId: var about, Year: var year } when about != request.ParkId || year != request.Year => StatementMissing,
        { Statement.Opinion: Opinion.Adverse or Opinion.Disclaimer } => OpinionForbids,
        { SubmissionVersion: var verified } when reported?.DisclosedVersion != verified => NotDisclosed,
        { Statement: var signed } => OnCore(request, park, CoreVeto.Of(signed.Verified))
    };

    private static Decision OnCore(Request request, RegisteredPark park, CoreIndicator? core) => CoreVeto.Against(core) is { } veto
        ? veto
        : new AcceptanceRequested(
            request.ParkId, park.Facts.Name, park.Facts.Province, park.Facts.ManagementBodyId!.Value, request.Year, request.VerificationId,
            core!, park.Facts.Demo);
}
