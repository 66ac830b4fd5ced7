using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>The operator enters an organisation whose accounts will follow.</summary>
public static class AddOrganisation
{
    public sealed record Request(
        [Required, MaxLength(200)] string Name,
        [Required, RegularExpression("management-body|authority|verification-body|expert-group|platform")] string Kind);

    public static void MapAddOrganisation(this IEndpointRouteBuilder routes) => routes
        .MapPost("/organisations", HandleAsync)
        .RequireAuthorization("Operator")
        .WithName("AddOrganisation")
        .WithSummary("Enter an organisation")
        .Produces<OrganisationRow>(StatusCodes.Status201Created);

    /// <summary>Under a key the id follows from it, so an organisation is entered once however often it is sent.</summary>
    private static async Task<IResult> HandleAsync(Request request, IdentityDb db, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var id = IdempotencyKey.Of(http)?.NewId("organisation") ?? Guid.CreateVersion7();
        var organisation = new Organisation { Id = id, Name = request.Name, Kind = request.Kind, Created = clock.GetUtcNow() };
        if (!await db.Organisations.AnyAsync(known => known.Id == id, ct))
        {
            db.Organisations.Add(organisation);
            await db.SaveChangesAsync(ct);
        }

        return Results.Created($"/organisations/{organisation.Id}", new OrganisationRow(organisation.Id, organisation.Name, organisation.Kind));
    }
}
