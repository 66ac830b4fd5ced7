using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Verification.Views;

namespace PilotRegistry.Verification.Features;

/// <summary>
/// The park engages an accredited body for the newest version of a submitted year. What is to be verified is copied here
/// with the park's own right to read it: the body needs no access to the park's drafts, before or after. When the park has
/// corrected its year meanwhile, engaging the same body again hands the new version over: team and findings go on.
/// </summary>
public static class EngageBody
{
    public static readonly Refusal SubmissionUnknown = new("submission-unknown", "Your park has no such submission.");
    public static readonly Refusal NothingSubmitted = new("nothing-submitted", "Submit the year first; a body verifies a submitted version.");
    public static readonly Refusal AlreadyEngaged = new("already-engaged", "Another body is engaged for this version; a new version can be verified by another one.");
    public static readonly Refusal NotAccredited = new("not-accredited", "This body's accreditation is not in force; choose one from the list of accredited bodies.");

    public sealed record Request(Guid SubmissionId, Guid BodyId);

    /// <param name="reported">The year as Submission shows it to the caller; null when it shows none.</param>
    public static Decision Decide(
        VerificationState state, Request request, ReportedYear? reported, BodyState body, ManagementBody caller, DateOnly today) => state switch
        {
            _ when reported is null || !caller.ActsFor(reported.Park.ManagementBodyId, reported.ParkId) => SubmissionUnknown,
            _ when reported.Versions.Count == 0 => NothingSubmitted,
            { Engaged: { } engaged } when engaged.BodyId != request.BodyId => AlreadyEngaged,
            { Engaged: { } engaged } when engaged.SubmissionVersion == reported.Versions[^1].Version => Decision.Nothing,
            _ when !body.IsAccreditedOn(today) => NotAccredited,
            _ when Independence.Check(new(request.BodyId, reported.Park.ManagementBodyId)) is { } conflict => conflict,
            _ => HandOver(reported, reported.Versions[^1], body.Accreditation!)
        };

    public static void MapEngageBody(this IEndpointRouteBuilder routes) => routes
        .MapPost("/verifications", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(EngageBody))
        .WithSummary("Engage a verification body");

    private static async Task<CommandAnswer<Done>> Handle(
        Request request, Store store, ViewReader views, ISubmission submissions, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        var reported = await submissions.GetSubmissionAsync(request.SubmissionId, cancel).FoundAsync();
        var body = (await store.LoadAsync(BodyState.Stream, request.BodyId, cancel)).State;
        var id = await OpenAsync(views, request, cancel) ?? VerificationState.IdOf(request.SubmissionId, reported?.Versions.Count ?? 0);
        return await store
            .StartAsync(VerificationState.Stream, id, state => Decide(state, request, reported, body, user.AsBody(), clock.Today()), cancel)
            .ToCreatedAsync($"/verifications/{id}", done => new Done(done.Id, done.Version));
    }

    private static Decision HandOver(ReportedYear reported, ReportedVersion newest, BodyAccredited body) => Decision.Of(
        new BodyEngaged(reported.ParkId, reported.Year, reported.Id, newest.Version, body.BodyId, body.Name),
        new ReportReceived(reported.Park, newest.Data, newest.Result, newest.Signals));

    /// <summary>The verification of this year that the body has not signed yet, if any.</summary>
    private static async Task<Guid?> OpenAsync(ViewReader views, Request request, CancellationToken cancel)
    {
        var (submission, body) = (request.SubmissionId.ToString(), request.BodyId.ToString());
        var open = await views.ListAsync(
            VerificationRow.View, $"row->>'submissionId' = {submission} and row->>'bodyId' = {body} and row->>'status' <> 'signed'", cancel: cancel);
        return open.MaxBy(v => v.Row.SubmissionVersion)?.Id;
    }
}
