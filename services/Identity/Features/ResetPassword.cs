using Microsoft.AspNetCore.Identity;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>The operator gives somebody a new random password, shown once; it also ends a lockout and all sessions.</summary>
public static class ResetPassword
{
    public sealed record Reset(string Password);

    public static void MapResetPassword(this IEndpointRouteBuilder routes) => routes
        .MapPost("/accounts/{id:guid}/password", HandleAsync)
        .RequireAuthorization("Operator")
        .HoldsSecret()
        .WithName("ResetPassword")
        .WithSummary("Give an account a new random password")
        .Produces<Reset>();

    private static async Task<IResult> HandleAsync(Guid id, UserManager<Account> users, Sessions sessions, CancellationToken ct)
    {
        var account = await users.FindByIdAsync(id.ToString()) ?? throw new BadRequestException(404, "not-found", "There is no such account.");
        var password = Passwords.New();
        await users.SetPasswordAsync(account, password);
        await sessions.EndAllAsync(id, ct);
        return Results.Ok(new Reset(password));
    }
}
