using System.ComponentModel.DataAnnotations;

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

    private static async Task<IResult> HandleAsync(Request request, IdentityDb db, TimeProvider clock, CancellationToken ct)
    {
        var organisation = new Organisation { Id = Guid.CreateVersion7(), Name = request.Name, Kind = request.Kind, Created = clock.GetUtcNow() };
        db.Organisations.Add(organisation);
        await db.SaveChangesAsync(ct);
        return Results.Created($"/organisations/{organisation.Id}", new OrganisationRow(organisation.Id, organisation.Name, organisation.Kind));
    }
}
