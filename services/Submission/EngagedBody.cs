using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Submission;

/// <summary>
/// What the body that verifies a year may see of it here: what Verification does not copy because it is confidential. Verification
/// says who is engaged; a body whose accreditation has ended sees nothing any more.
/// </summary>
public sealed class EngagedBody(IVerification verifications)
{
    /// <summary>The verification of this year that the caller's body is engaged for; null when it is not.</summary>
    public async Task<VerifiedYear?> OfAsync(Guid? verification, Guid submission, ClaimsPrincipal user, CancellationToken cancel) =>
        verification is { } id && user.Role() is Roles.Verifier or Roles.VerifierLead
            && await verifications.GetVerificationAsync(id, cancel).FoundAsync() is { } year && year.SubmissionId == submission && year.BodyId == user.Organisation()
            ? year
            : null;
}
