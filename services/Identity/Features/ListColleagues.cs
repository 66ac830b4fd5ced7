using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>The accounts of the caller's own organisation: whom a lead verifier can put on a team.</summary>
public static class ListColleagues
{
    public sealed record Colleague(Guid Id, string DisplayName, string Role);

    public sealed record All(IReadOnlyList<Colleague> Items);

    public static void MapListColleagues(this IEndpointRouteBuilder routes) => routes
        .MapGet("/colleagues", HandleAsync)
        .RequireAuthorization("Insider")
        .WithName("ListColleagues")
        .WithSummary("Active accounts of the caller's organisation");

    private static async Task<JsonAnswer<All>> HandleAsync(ClaimsPrincipal user, IdentityDb db, CancellationToken ct)
    {
        var organisation = user.Organisation();
        return Answer.Of(new All(await db.Users
            .Where(account => account.OrganisationId == organisation && account.Disabled == null)
            .OrderBy(account => account.Id)
            .Select(account => new Colleague(account.Id, account.DisplayName, account.Role))
            .ToListAsync(ct)));
    }
}
