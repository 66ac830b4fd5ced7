using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>A machine is shut out for good: it gets no token any more, and those that are out end within five minutes.</summary>
public static class RevokeClient
{
    public static void MapRevokeClient(this IEndpointRouteBuilder routes) => routes
        .MapPost("/clients/{id}/revocation", HandleAsync)
        .RequireAuthorization("ClientKeeper")
        .WithName("RevokeClient")
        .WithSummary("Revoke a client")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> HandleAsync(string id, IdentityDb db, ClaimsPrincipal user, TimeProvider clock, CancellationToken ct)
    {
        if (user.Role() != Roles.Operator) await db.RequirePersonAsync(user, ct);
        var now = clock.GetUtcNow();
        var found = await db.MachineClients.Of(user).Where(c => c.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Revoked, c => c.Revoked ?? now), ct);
        return found == 0 ? throw new BadRequestException(404, "not-found", "There is no such client.") : Results.NoContent();
    }
}
