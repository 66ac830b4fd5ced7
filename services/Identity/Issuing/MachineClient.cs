using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>A client that somebody of a park made for a machine. It acts as that account, for one park or for all of its organisation.</summary>
public sealed class MachineClient
{
    public const int IdLength = 24;

    public required string Id { get; init; }

    public required Guid AccountId { get; init; }

    public Account? Account { get; init; }

    /// <summary>What people call it, e.g. the system it runs in.</summary>
    public required string Name { get; init; }

    /// <summary>The one park it acts for; null for all parks of the account.</summary>
    public Guid? ParkId { get; init; }

    public required byte[] SecretHash { get; init; }

    /// <summary>The secret before the last change, still good for a day so that machines can be moved.</summary>
    public byte[]? FormerSecretHash { get; init; }

    public DateTimeOffset? FormerSecretUntil { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? LastUsed { get; init; }

    public DateTimeOffset? Revoked { get; init; }

    public bool Knows(string secret, DateTimeOffset now) => Revoked is null
        && (Secret.Matches(secret, SecretHash) || (FormerSecretUntil > now && Secret.Matches(secret, FormerSecretHash!)));

    /// <summary>As the token endpoint sees every client.</summary>
    public Client AsClient() => new() { Id = Id, Subject = AccountId, SecretHash = SecretHash, AccountId = AccountId, ParkId = ParkId };
}

/// <summary>Who may do what with which machine client.</summary>
internal static class MachineClients
{
    /// <summary>All of them for an operator; for a park's account those of its organisation, or of its one park.</summary>
    public static IQueryable<MachineClient> Of(this IQueryable<MachineClient> clients, ClaimsPrincipal user)
    {
        if (user.Role() == Roles.Operator) return clients;
        var (organisation, park) = (user.Organisation(), user.ParkId());
        return clients.Where(c => c.Account!.OrganisationId == organisation && (park == null || (c.Account.ParkId ?? c.ParkId) == park));
    }

    /// <exception cref="BadRequestException">A secret that got out must not be able to make more of its kind.</exception>
    public static async Task RequirePersonAsync(this IdentityDb db, ClaimsPrincipal user, CancellationToken ct)
    {
        var client = user.FindFirst("client_id")?.Value;
        if (!await db.Clients.AnyAsync(c => c.Id == client && c.RedirectUri != null, ct))
            throw new BadRequestException(409, "signed-in-only", "Only somebody who has signed in does this, not a machine.");
    }
}
