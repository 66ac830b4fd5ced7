using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>Somebody chooses a new password; every session ends, also a thief's.</summary>
public static class ChangePassword
{
    public sealed record Request([Required, MaxLength(256)] string Current, [Required, MinLength(12), MaxLength(256)] string Next);

    public static void MapChangePassword(this IEndpointRouteBuilder routes) => routes
        .MapPost("/me/password", HandleAsync)
        .RequireAuthorization("Insider")
        .HoldsSecret()
        .WithName("ChangePassword")
        .WithSummary("Change the own password")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> HandleAsync(
        Request request, ClaimsPrincipal user, UserManager<Account> users, SignInAttempts attempts, Sessions sessions, CancellationToken ct)
    {
        var account = await users.FindByIdAsync(user.Id().ToString()) ?? throw new BadRequestException(404, "not-found", "A service has no account.");
        if (!attempts.MayTry(account.NormalizedUserName!))
            throw new BadRequestException(429, "too-many-requests", "Too many tries; wait a minute.");
        if (!await users.CheckPasswordAsync(account, request.Current))
            return Problems.Invalid([new("/current", "wrong-password", "This is not your password.")]);
        await users.SetPasswordAsync(account, request.Next);
        await sessions.EndAllAsync(account.Id, ct);
        return Results.NoContent();
    }
}
