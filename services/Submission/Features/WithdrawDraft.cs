using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Certificates;
using PilotRegistry.Submission.Drafts;
using PilotRegistry.Submission.Matching;
using PilotRegistry.Submission.Views;

namespace PilotRegistry.Submission.Features;

/// <summary>The park throws its draft away and goes back to what it submitted last, or to nothing.</summary>
public static class WithdrawDraft
{
    public static void MapWithdrawDraft(this IEndpointRouteBuilder routes) => routes
        .MapDelete("/submissions/{id:guid}/draft", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(WithdrawDraft))
        .WithSummary("Throw the draft away")
        .Produces<Done>();

    private static async Task<IResult> Handle(
        Guid id, IfMatch seen, DraftTable drafts, CertificateTable certificates, HourlyTable hourly, ViewReader views, ClaimsPrincipal user, CancellationToken cancel)
    {
        var opened = await views.FindAsync(SubmissionContents.View, id, cancel);
        return (opened, opened is null ? null : SaveDraft.Check(opened.Row.Row, user.AsBody())) switch
        {
            (null, _) => Results.NotFound(),
            (_, { } refusal) => CommandAnswers.From(new Outcome.Refused(refusal)),
            _ => new DraftAnswer<Done>(await WithdrawAsync(opened.Row.Row.LastVersion, opened.Row.Versions.LastOrDefault()?.Matching), draft => new(id, draft.Version))
        };

        // The certificates that the draft named go with it, and so do its hours.
        async Task<DraftSaving> WithdrawAsync(int version, HourlyMatched? matched)
        {
            var saving = await drafts.SaveAsync(id, seen.Version, data: null, user.Id(), cancel);
            if (!saving.IsStale && await certificates.DiffersAsync(id, version, cancel)) await certificates.RestoreAsync(id, version, cancel);
            if (!saving.IsStale) await hourly.RestoreAsync(id, matched, cancel);
            return saving;
        }
    }
}
