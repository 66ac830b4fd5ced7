using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>
/// A client gets a new secret, shown once; the one before is good for another day, so that a running machine can be moved. Somebody
/// of the park does it, or the machine itself with its own token. A secret that got out calls for a revocation instead.
/// </summary>
public static class RotateClientSecret
{
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    public sealed record Rotated(string Secret, DateTimeOffset FormerUntil);

    public static void MapRotateClientSecret(this IEndpointRouteBuilder routes) => routes
        .MapPost("/clients/{id}/secret", HandleAsync)
        .RequireAuthorization("Park")
        .HoldsSecret()
        .WithName("RotateClientSecret")
        .WithSummary("Give a client a new secret")
        .Produces<Rotated>()
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> HandleAsync(string id, IdentityDb db, ClaimsPrincipal user, TimeProvider clock, CancellationToken ct)
    {
        if (user.FindFirst("client_id")?.Value != id) await db.RequirePersonAsync(user, ct);
        var (secret, until) = (Secret.New(), clock.GetUtcNow() + Overlap);
        var hash = Secret.Hash(secret);
        var found = await db.MachineClients.Of(user).Where(c => c.Id == id && c.Revoked == null).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.FormerSecretHash, c => c.SecretHash).SetProperty(c => c.FormerSecretUntil, until).SetProperty(c => c.SecretHash, hash), ct);
        return found == 0 ? throw new BadRequestException(404, "not-found", "There is no such client.") : Results.Ok(new Rotated(secret, until));
    }
}
