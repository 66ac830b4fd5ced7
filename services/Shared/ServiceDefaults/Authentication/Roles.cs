using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PilotRegistry.ServiceDefaults;

/// <summary>The values of the <c>role</c> claim.</summary>
public static class Roles
{
    public const string Park = "park";
    public const string City = "city";
    public const string Province = "province";
    public const string National = "national";
    public const string Expert = "expert";
    public const string Verifier = "verifier";
    public const string VerifierLead = "verifier-lead";
    public const string Auditor = "auditor";
    public const string Operator = "operator";
    public const string Service = "service";

    public static readonly IReadOnlyList<string> All =
        [Park, City, Province, National, Expert, Verifier, VerifierLead, Auditor, Operator, Service];
}

/// <summary>Who may call a route, by the name of the policy. A policy knows the role only; whether the thing is yours is each rule's business.</summary>
public static class Policies
{
    /// <summary>Policy → the roles that satisfy it. A lead verifier may do whatever a verifier may.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Allowed = new Dictionary<string, IReadOnlyList<string>>
    {
        ["Park"] = [Roles.Park],
        ["CityReviewer"] = [Roles.City],
        ["ProvincialReviewer"] = [Roles.Province],
        ["NationalReviewer"] = [Roles.National],
        ["Reviewer"] = [Roles.Province, Roles.National],
        ["Expert"] = [Roles.Expert],
        ["Verifier"] = [Roles.Verifier, Roles.VerifierLead],
        ["LeadVerifier"] = [Roles.VerifierLead],
        ["Auditor"] = [Roles.Auditor],
        ["Operator"] = [Roles.Operator],
        ["Service"] = [Roles.Service],
        ["WorkflowsClient"] = [Roles.Service],
        ["Designer"] = [Roles.Operator, Roles.National, Roles.Province],
        ["ClientKeeper"] = [Roles.Park, Roles.Operator],
        ["CaseKeeper"] = [Roles.Province, Roles.National, Roles.Operator],
        ["Respondent"] = [Roles.Park, Roles.VerifierLead],
        ["Insider"] = Roles.All
    };

    /// <summary>Policy → the one client that satisfies it, beside the role.</summary>
    public static readonly IReadOnlyDictionary<string, string> Client = new Dictionary<string, string> { ["WorkflowsClient"] = "workflows" };

    internal static void Add(AuthorizationOptions options)
    {
        foreach (var (name, roles) in Allowed)
        {
            options.AddPolicy(name, policy => _ = Client.TryGetValue(name, out var client) ? policy.RequireRole(roles).RequireClaim("client_id", client) : policy.RequireRole(roles));
        }

        // A route that names no policy is closed to everybody. Where no route was found there is nothing to guard (404), nor
        // where the framework put its own refusal in a route's place (405, 415).
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
            .Build();
    }
}
