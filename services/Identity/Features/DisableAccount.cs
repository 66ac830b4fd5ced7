using Microsoft.EntityFrameworkCore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>The operator shuts an account out: no sign-in, no refresh; tokens that are out end within five minutes.</summary>
public static class DisableAccount
{
    public static void MapDisableAccount(this IEndpointRouteBuilder routes) => routes
        .MapPost("/accounts/{id:guid}/disabling", HandleAsync)
        .RequireAuthorization("Operator")
        .WithName("DisableAccount")
        .WithSummary("Disable an account and end its sessions")
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> HandleAsync(Guid id, IdentityDb db, Sessions sessions, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.Users.Where(account => account.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.Disabled, account => account.Disabled ?? now), ct);
        if (found == 0) throw new BadRequestException(404, "not-found", "There is no such account.");
        await sessions.EndAllAsync(id, ct);
        return Results.NoContent();
    }
}
