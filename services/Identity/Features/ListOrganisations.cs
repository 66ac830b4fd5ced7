using Microsoft.EntityFrameworkCore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

public sealed record OrganisationRow(Guid Id, string Name, string Kind);

/// <summary>For whom accounts act. Names of organisations are no secret among those who work here.</summary>
public static class ListOrganisations
{
    private const int PageSize = 200;

    public sealed record Page(IReadOnlyList<OrganisationRow> Items, Guid? Next);

    public static void MapListOrganisations(this IEndpointRouteBuilder routes) => routes
        .MapGet("/organisations", HandleAsync)
        .RequireAuthorization("Insider")
        .WithName("ListOrganisations")
        .WithSummary("Organisations, by kind");

    private static async Task<JsonAnswer<Page>> HandleAsync(IdentityDb db, CancellationToken ct, string? kind = null, Guid? after = null)
    {
        var rows = await db.Organisations
            .Where(organisation => (kind == null || organisation.Kind == kind) && (after == null || organisation.Id > after))
            .OrderBy(organisation => organisation.Id).Take(PageSize)
            .Select(organisation => new OrganisationRow(organisation.Id, organisation.Name, organisation.Kind))
            .ToListAsync(ct);
        return Answer.Of(new Page(rows, rows.Count == PageSize ? rows[^1].Id : null));
    }
}
