using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Submission.Features;

/// <summary>
/// The park makes the year public. It needs a signed statement on exactly this version, whatever its opinion: an adverse
/// opinion is shown beside the numbers and bars the park from acceptance, but it must never be a way to keep a year hidden.
/// </summary>
public static class DiscloseYear
{
    public static readonly Refusal StatementMissing = new("statement-missing", "There is no signed verification statement on this year; engage a body and wait for its statement.");
    public static readonly Refusal StatementOnOlderVersion = new("statement-on-older-version", "The statement is on an older version; have the newest version verified.");

    public sealed record Request(Guid VerificationId);

    /// <param name="verification">As Verification shows it to the park; null when it knows none.</param>
    public static Decision Decide(SubmissionState state, Guid submissionId, VerifiedYear? verification, ManagementBody body) => state switch
    {
        _ when !state.Is(body) => SubmissionRules.NotYourPark,
        { Last: null } => SubmissionRules.NothingSubmitted,
        _ when verification?.Statement is null || verification.SubmissionId != submissionId => StatementMissing,
        { Last.Version: var last } when verification.SubmissionVersion != last => StatementOnOlderVersion,
        { Last.Version: var last } when state.DisclosedVersion == last => Decision.Nothing,
        { Last: var last } => new YearDisclosed(
            state.ParkId, state.Year, last.Version, verification.Id, YearFigures.Of(last.Reported), YearFigures.Of(verification.Statement.Verified))
    };

    public static void MapDiscloseYear(this IEndpointRouteBuilder routes) => routes
        .MapPost("/submissions/{id:guid}/disclosure", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(DiscloseYear))
        .WithSummary("Disclose the verified year");

    private static async Task<CommandAnswer<Done>> Handle(
        Guid id, Request request, IfMatch seen, Store store, IVerification verifications, ClaimsPrincipal user, CancellationToken cancel)
    {
        var verification = await verifications.GetVerificationAsync(request.VerificationId, cancel).FoundAsync();
        return await store
            .ExecuteAsync(SubmissionState.Stream, id, seen.Version, state => Decide(state, id, verification, user.AsBody()), cancel)
            .ToHttpAsync();
    }
}
