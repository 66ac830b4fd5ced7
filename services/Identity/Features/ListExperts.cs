using Microsoft.EntityFrameworkCore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>Whom the processes may ask for a score: ids only, names stay here.</summary>
public static class ListExperts
{
    /// <param name="Province">Whose panel; null for the nation's.</param>
    public sealed record Expert(Guid Id, string? Province);

    public sealed record All(IReadOnlyList<Expert> Items);

    public static void MapListExperts(this IEndpointRouteBuilder routes) => routes
        .MapGet("/experts", HandleAsync)
        .RequireAuthorization("Service")
        .WithName("ListExperts")
        .WithSummary("Active accounts of experts");

    private static async Task<JsonAnswer<All>> HandleAsync(IdentityDb db, CancellationToken ct) => Answer.Of(new All(await db.Users
        .Where(account => account.Role == Roles.Expert && account.Disabled == null)
        .OrderBy(account => account.Id)
        .Select(account => new Expert(account.Id, account.Province))
        .ToListAsync(ct)));
}
