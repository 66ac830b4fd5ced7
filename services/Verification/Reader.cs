using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Verification.Views;

namespace PilotRegistry.Verification;

/// <summary>
/// Who reads verifications, and what he may do with each now. Findings are for the park, the engaged body and the reviewers;
/// a body whose accreditation has ended sees nothing any more.
/// </summary>
public sealed record Reader(ClaimsPrincipal User, bool IsAccredited)
{
    public static async Task<Reader> OfAsync(ClaimsPrincipal user, ViewReader views, TimeProvider clock, CancellationToken cancel)
    {
        var body = user.Role() is Roles.Verifier or Roles.VerifierLead ? await views.FindAsync(BodyRow.View, user.Organisation(), cancel) : null;
        return new(user, body is not null && clock.Today() <= body.Row.ValidUntil);
    }

    public bool MaySee(VerificationRow row) => User.Role() switch
    {
        Roles.Park => User.AsBody().ActsFor(row.Park?.ManagementBodyId, row.ParkId),
        Roles.Verifier or Roles.VerifierLead => IsAccredited && row.BodyId == User.Organisation(),
        Roles.Province => row.Park?.Province == User.Province(),
        Roles.National or Roles.Auditor or Roles.Operator => true,
        _ => false
    };

    /// <summary>Narrows to the caller's own already in the database; <see cref="MaySee"/> still has the last word.</summary>
    public Task<IReadOnlyList<Seen<VerificationRow>>> RowsAsync(
        ViewReader views, Guid? submissionId, bool unsignedOnly, Guid? after, int limit, CancellationToken cancel)
    {
        var organisation = User.Organisation().ToString();
        var (submission, province) = (submissionId?.ToString(), User.Role() == Roles.Province ? User.Province() : null);
        var park = User.Role() is Roles.Park ? organisation : null;
        var body = User.Role() is Roles.Verifier or Roles.VerifierLead ? organisation : null;
        return views.ListAsync(
            VerificationRow.View,
            $"""
             ({submission}::text is null or row->>'submissionId' = {submission})
             and ({park}::text is null or row->'park'->>'managementBodyId' = {park})
             and ({body}::text is null or row->>'bodyId' = {body})
             and ({province}::text is null or row->'park'->>'province' = {province})
             and (not {unsignedOnly} or row->>'status' <> 'signed')
             """,
            after, limit, cancel);
    }

    public IReadOnlyList<string> Actions(VerificationRow row) =>
    [
        .. When(User.Role() == Roles.VerifierLead && row.Status != VerificationStatus.Signed, "nameTeam"),
        .. When(Works(row), "raiseFinding"),
        .. When(Works(row) && row.Team[0] == User.Id() && row.Blocking.IsEmpty, "signStatement"),
    ];

    public IReadOnlyList<string> Actions(VerificationRow row, FindingEntry finding, DateOnly today) =>
    [
        .. When(
            User.Role() == Roles.Park && row.Status != VerificationStatus.Signed && finding.Status != FindingStatus.Closed, "answerFinding"),
        .. When(Works(row) && finding.Status == FindingStatus.Answered, "returnFinding"),
        .. When(Works(row) && MayClose(row, finding, today), "closeFinding"),
    ];

    /// <summary>What waits for this caller in this verification, the most pressing first; null when nothing does.</summary>
    public string? Waiting(VerificationRow row) => User.Role() switch
    {
        _ when row.Status == VerificationStatus.Signed => null,
        Roles.Park => row.HasFinding(FindingStatus.Open) ? "answer-finding" : null,
        Roles.VerifierLead when row.Team.IsEmpty => "name-team",
        _ when !Works(row) => null,
        _ when row.HasFinding(FindingStatus.Answered) => "close-finding",
        Roles.VerifierLead when row.Team[0] == User.Id() && row.Blocking.IsEmpty => "sign-statement",
        _ when row.HasFinding(FindingStatus.Open) => null,
        _ => "verify-year"
    };

    private bool Works(VerificationRow row) =>
        row.Status == VerificationStatus.Open && User.Role() is Roles.Verifier or Roles.VerifierLead && row.Team.Contains(User.Id());

    private static bool MayClose(VerificationRow row, FindingEntry finding, DateOnly today) =>
        finding.Status == FindingStatus.Answered
        || (finding.Status == FindingStatus.Open && (!row.Blocking.Contains(finding.Number) || today > finding.AnswerBy));

    private static IEnumerable<string> When(bool may, string action) => may ? [action] : [];
}
