using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>Which machines act for the caller's park, or, for an operator, for any.</summary>
public static class ListClients
{
    /// <param name="MadeBy">The account's name; also as whom the machine acts.</param>
    /// <param name="LastUsed">When it last got a token.</param>
    /// <param name="Ended">Whether it gets no token any more: it is revoked, or its account is disabled.</param>
    public sealed record Row(
        string Id, string Name, Guid? ParkId, string MadeBy, OrganisationRow Organisation, DateTimeOffset Created, DateTimeOffset? LastUsed, bool Ended);

    /// <param name="Actions"><c>make</c> and <c>rotate</c> for a park's account.</param>
    public sealed record All(IReadOnlyList<Row> Items, IReadOnlyList<string> Actions);

    public static void MapListClients(this IEndpointRouteBuilder routes) => routes
        .MapGet("/clients", HandleAsync)
        .RequireAuthorization("ClientKeeper")
        .WithName("ListClients")
        .WithSummary("Clients of the park's machines");

    private static async Task<JsonAnswer<All>> HandleAsync(IdentityDb db, ClaimsPrincipal user, CancellationToken ct) => Answer.Of(new All(
        await db.MachineClients.Of(user).OrderByDescending(c => c.Created).ThenBy(c => c.Id).Take(1000)
            .Select(c => new Row(
                c.Id, c.Name, c.Account!.ParkId ?? c.ParkId, c.Account.DisplayName,
                new(c.Account.Organisation!.Id, c.Account.Organisation.Name, c.Account.Organisation.Kind),
                c.Created, c.LastUsed, c.Revoked != null || c.Account.Disabled != null))
            .ToListAsync(ct),
        user.Role() == Roles.Park ? ["make", "rotate"] : []));
}
