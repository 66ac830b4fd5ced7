using System.Security.Claims;
using PilotRegistry.Contracts;

namespace PilotRegistry.ServiceDefaults;

/// <summary>What the token says about the caller, and the three questions of ownership.</summary>
public static class Caller
{
    /// <summary>The account.</summary>
    public static Guid Id(this ClaimsPrincipal user) => Guid.Parse(user.Text("sub") ?? throw Missing("sub"));

    /// <summary>The organisation the account acts for.</summary>
    public static Guid Organisation(this ClaimsPrincipal user) => Guid.Parse(user.Text("org") ?? throw Missing("org"));

    public static string Role(this ClaimsPrincipal user) => user.Text("role") ?? throw Missing("role");

    /// <summary>Six digits (GB/T 2260), null for accounts of the whole country.</summary>
    public static string? Province(this ClaimsPrincipal user) => user.Text("province");

    /// <summary>The one park the account is narrowed to, null when it acts for all parks of its organisation.</summary>
    public static Guid? ParkId(this ClaimsPrincipal user) => user.Text("park") is { } park ? Guid.Parse(park) : null;

    /// <summary>The caller as a park account, for rules that ask whose park it is.</summary>
    public static ManagementBody AsBody(this ClaimsPrincipal user) => new(user.Organisation(), user.ParkId());

    /// <summary>An account of that organisation, for example of a verification body.</summary>
    public static bool ActsFor(this ClaimsPrincipal user, Guid organisationId) => user.Organisation() == organisationId;

    /// <summary>A reviewer of that province.</summary>
    public static bool ActsFor(this ClaimsPrincipal user, string province) => user.Province() == province;

    private static string? Text(this ClaimsPrincipal user, string claim) => user.FindFirst(claim)?.Value;

    private static InvalidOperationException Missing(string claim) => new($"The caller has no claim {claim}; does the route name a policy?");
}
