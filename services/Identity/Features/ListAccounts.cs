using Microsoft.EntityFrameworkCore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>The operator sees who can sign in.</summary>
public static class ListAccounts
{
    private const int PageSize = 100;

    public sealed record Row(
        Guid Id, string Username, string DisplayName, string Role, string? Province, Guid? ParkId,
        OrganisationRow Organisation, DateTimeOffset Created, DateTimeOffset? Disabled, DateTimeOffset? LockedUntil);

    public sealed record Page(IReadOnlyList<Row> Items, Guid? Next);

    public static void MapListAccounts(this IEndpointRouteBuilder routes) => routes
        .MapGet("/accounts", HandleAsync)
        .RequireAuthorization("Operator")
        .WithName("ListAccounts")
        .WithSummary("Accounts, by key");

    private static async Task<JsonAnswer<Page>> HandleAsync(IdentityDb db, CancellationToken ct, Guid? after = null)
    {
        var rows = await db.Users.Where(account => after == null || account.Id > after).OrderBy(account => account.Id).Take(PageSize)
            .Select(account => new Row(
                account.Id, account.UserName!, account.DisplayName, account.Role, account.Province, account.ParkId,
                new(account.Organisation!.Id, account.Organisation.Name, account.Organisation.Kind),
                account.Created, account.Disabled, account.LockoutEnd))
            .ToListAsync(ct);
        return Answer.Of(new Page(rows, rows.Count == PageSize ? rows[^1].Id : null));
    }
}
