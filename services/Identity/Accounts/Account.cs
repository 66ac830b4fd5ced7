using Microsoft.AspNetCore.Identity;

namespace PilotRegistry.Identity;

/// <summary>Somebody who may sign in. Names live here and nowhere else: events hold the id only, so a person can be erased.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public required string DisplayName { get; set; }

    /// <summary>One of <see cref="ServiceDefaults.Roles"/>.</summary>
    public required string Role { get; init; }

    public required Guid OrganisationId { get; init; }

    public Organisation? Organisation { get; init; }

    /// <summary>Six digits (GB/T 2260): where a reviewer decides. Null for accounts of the whole country.</summary>
    public string? Province { get; init; }

    /// <summary>Narrows a park account to one of its organisation's parks.</summary>
    public Guid? ParkId { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? Disabled { get; set; }
}

/// <summary>For whom accounts act: a park's management body, an authority, a verification body.</summary>
public sealed class Organisation
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Kind { get; init; }

    public DateTimeOffset Created { get; init; }
}
