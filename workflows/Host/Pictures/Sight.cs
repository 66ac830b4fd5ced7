using System.Security.Claims;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host;

/// <summary>Who may look at a case: officials of its province and of the nation, its own park, the body that verifies it.</summary>
internal static class Sight
{
    public static bool MaySee(this ClaimsPrincipal user, CaseFacts facts) => user.Role() switch
    {
        Roles.Operator or Roles.Auditor or Roles.National => true,
        Roles.Province or Roles.City or Roles.Expert => facts.Province is null || user.Province() is null || user.Province() == facts.Province,
        Roles.Park => facts.Organisation is { } body && user.ActsFor(body) && (user.ParkId() is null || user.ParkId() == facts.Park),
        Roles.Verifier or Roles.VerifierLead => facts.Body is not null && facts.Body == user.Organisation(),
        _ => false
    };
}
