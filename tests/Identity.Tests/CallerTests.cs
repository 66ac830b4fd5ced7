using System.Security.Claims;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity.Tests;

/// <summary>Whose thing it is, and which roles a policy lets in.</summary>
public sealed class CallerTests
{
    private static readonly Guid Body = new("00000000-0000-4000-8000-000000000001");
    private static readonly Guid Other = new("00000000-0000-4000-8000-000000000002");
    private static readonly Guid Park = new("00000000-0000-4000-8000-000000000003");

    [Fact]
    public void A_park_account_acts_for_the_parks_of_its_own_management_body()
    {
        Assert.True(As(Body).AsBody().ActsFor(Body, Park));
        Assert.False(As(Other).AsBody().ActsFor(Body, Park));
    }

    [Fact]
    public void A_park_account_that_is_narrowed_to_one_park_acts_for_no_other()
    {
        Assert.True(As(Body, ("park", Park.ToString())).AsBody().ActsFor(Body, Park));
        Assert.False(As(Body, ("park", Other.ToString())).AsBody().ActsFor(Body, Park));
    }

    [Fact]
    public void A_reviewer_of_a_province_acts_for_that_province_and_one_without_for_none()
    {
        Assert.True(As(Body, ("province", "320000")).ActsFor("320000"));
        Assert.False(As(Body, ("province", "320000")).ActsFor("330000"));
        Assert.False(As(Body).ActsFor("320000"));
    }

    [Fact]
    public void A_verifier_acts_for_its_own_body()
    {
        Assert.True(As(Body).ActsFor(Body));
        Assert.False(As(Other).ActsFor(Body));
    }

    [Fact]
    public void A_lead_verifier_may_do_what_a_verifier_may_and_not_the_other_way_round()
    {
        Assert.Contains(Roles.VerifierLead, Policies.Allowed["Verifier"]);
        Assert.DoesNotContain(Roles.Verifier, Policies.Allowed["LeadVerifier"]);
    }

    [Fact]
    public void Every_role_has_a_policy_of_its_own() =>
        Assert.All(Roles.All, role => Assert.Contains(Policies.Allowed, policy => policy.Value[0] == role && policy.Value.Count <= 2));

    private static ClaimsPrincipal As(Guid organisation, params (string Name, string Value)[] claims) => new(new ClaimsIdentity(
        [new("sub", Other.ToString()), new("org", organisation.ToString()), .. claims.Select(claim => new Claim(claim.Name, claim.Value))], "test"));
}
