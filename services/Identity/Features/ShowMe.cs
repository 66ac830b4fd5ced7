using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>Who the caller is, in words.</summary>
public static class ShowMe
{
    /// <param name="Email">Where this person wants to get mail; null for nowhere.</param>
    public sealed record Me(Guid Id, string Username, string DisplayName, string Role, string? Province, Guid? ParkId, OrganisationRow Organisation, string? Email)
    {
        /// <summary>
        /// What the account may do that belongs to no record: <c>operate</c> the platform, <c>keepClients</c> of machines, <c>design</c>
        /// drawings, act on <c>disputes</c>.
        /// </summary>
        public IReadOnlyList<string> Actions => [.. Offered.Where(each => Policies.Allowed[each.Policy].Contains(Role)).Select(each => each.Action).Distinct()];
    }

    private static readonly (string Action, string Policy)[] Offered =
        [("operate", "Operator"), ("keepClients", "ClientKeeper"), ("design", "Designer"), ("disputes", "NationalReviewer"), ("disputes", "Respondent")];

    public static void MapShowMe(this IEndpointRouteBuilder routes) => routes
        .MapGet("/me", HandleAsync)
        .RequireAuthorization("Insider")
        .WithName("ShowMe")
        .WithSummary("The signed-in account and its organisation");

    private static async Task<JsonAnswer<Me>> HandleAsync(ClaimsPrincipal user, IdentityDb db, CancellationToken ct)
    {
        var id = user.Id();
        var me = await db.Users.Where(account => account.Id == id)
            .Select(account => new Me(
                account.Id, account.UserName!, account.DisplayName, account.Role, account.Province, account.ParkId,
                new(account.Organisation!.Id, account.Organisation.Name, account.Organisation.Kind), account.Email))
            .SingleOrDefaultAsync(ct);
        return Answer.Of(me ?? throw new BadRequestException(404, "not-found", "A service has no account."));
    }
}
