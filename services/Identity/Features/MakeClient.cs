using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>Somebody of a park lets a machine act for the park. The secret is random, shown once, and kept as a hash.</summary>
public static class MakeClient
{
    /// <summary>For each organisation, revoked ones not counted.</summary>
    public const int Most = 20;

    /// <param name="Name">What the machine is, for those who see the list.</param>
    /// <param name="ParkId">The one park it acts for; left out for all parks of the account.</param>
    public sealed record Request([Required, StringLength(80, MinimumLength = 2)] string Name, Guid? ParkId = null);

    public sealed record Made(string Id, string Secret);

    public static void MapMakeClient(this IEndpointRouteBuilder routes) => routes
        .MapPost("/clients", HandleAsync)
        .RequireAuthorization("Park")
        .HoldsSecret()
        .WithName("MakeClient")
        .WithSummary("Make a client for a machine of the park")
        .Produces<Made>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> HandleAsync(Request request, IdentityDb db, ClaimsPrincipal user, TimeProvider clock, CancellationToken ct)
    {
        await db.RequirePersonAsync(user, ct);
        var (id, organisation) = (user.Id(), user.Organisation());
        if (user.ParkId() is { } own && request.ParkId is { } named && own != named)
            return Problems.Invalid([new("/parkId", "not-your-park", "Your account acts for another park.")]);
        if (await db.MachineClients.CountAsync(c => c.Account!.OrganisationId == organisation && c.Revoked == null, ct) >= Most)
            throw new BadRequestException(409, "too-many-clients", "An organisation has at most 20 clients; revoke one that is not used.");

        var secret = Secret.New();
        var client = new MachineClient
        {
            Id = $"park-{Secret.New()[..MachineClient.IdLength]}",
            AccountId = id,
            Name = request.Name,
            ParkId = user.ParkId() ?? request.ParkId,
            SecretHash = Secret.Hash(secret),
            Created = clock.GetUtcNow(),
        };
        db.MachineClients.Add(client);
        await db.SaveChangesAsync(ct);
        return Results.Created($"/clients/{client.Id}", new Made(client.Id, secret));
    }
}
