using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>Where somebody wants to get mail. It lies with the account and in no event; without one, notices are on the desk only.</summary>
public static class ChooseEmail
{
    /// <summary>One address and nothing around it: no name, no list, no line break.</summary>
    internal const string Address = """[^\s@<>"(),:;\\\[\]]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?""";

    /// <param name="Email">Null for none.</param>
    public sealed record Request([MaxLength(254), RegularExpression(Address)] string? Email);

    public static void MapChooseEmail(this IEndpointRouteBuilder routes) => routes
        .MapPut("/me/email", HandleAsync)
        .RequireAuthorization("Insider")
        .WithName("ChooseEmail")
        .WithSummary("Say where one wants to get mail, or that one wants none")
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> HandleAsync(Request request, ClaimsPrincipal user, UserManager<Account> users)
    {
        var account = await users.FindByIdAsync(user.Id().ToString()) ?? throw new BadRequestException(404, "not-found", "A service has no account.");
        account.Email = request.Email;
        var outcome = await users.UpdateAsync(account);
        return outcome.Succeeded ? Results.NoContent() : throw new InvalidOperationException(outcome.ToString());
    }
}
