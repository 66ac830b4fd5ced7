namespace PilotRegistry.Identity;

/// <summary>A program that may ask for tokens. All are confidential: each has a secret.</summary>
public sealed class Client
{
    public required string Id { get; init; }

    /// <summary>The <c>sub</c> of tokens that the client gets for itself.</summary>
    public required Guid Subject { get; init; }

    public required byte[] SecretHash { get; init; }

    /// <summary>The one place codes are sent to, compared character by character (RFC 9700, 2.1). Null: no codes, client credentials only.</summary>
    public string? RedirectUri { get; init; }

    public string? PostLogoutRedirectUri { get; init; }

    /// <summary>The account this machine client acts as; null for a service, which acts as itself.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Narrows a machine client to one park; not a column, only machine clients of people have it.</summary>
    public Guid? ParkId { get; init; }
}

/// <summary>A browser that has signed in at the issuer.</summary>
public sealed class Session
{
    public required Guid Id { get; init; }

    public required byte[] SecretHash { get; init; }

    public required Guid AccountId { get; init; }

    public Account? Account { get; init; }

    public required DateTimeOffset SignedIn { get; init; }

    public required DateTimeOffset Expires { get; init; }
}

/// <summary>An authorization code, usable once within <see cref="Lifetimes.Code"/>.</summary>
public sealed class AuthorizationCode
{
    public required byte[] Hash { get; init; }

    /// <summary>The grant that redeeming creates; known beforehand so that a replay finds what to revoke.</summary>
    public required Guid GrantId { get; init; }

    public required string ClientId { get; init; }

    public required Guid AccountId { get; init; }

    public required Guid SessionId { get; init; }

    public required string RedirectUri { get; init; }

    public required string Challenge { get; init; }

    public required string Scope { get; init; }

    public string? Nonce { get; init; }

    public required DateTimeOffset SignedIn { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public DateTimeOffset? Used { get; init; }
}

/// <summary>What one redeemed code allows: a family of refresh tokens that is revoked as a whole.</summary>
public sealed class Grant
{
    public required Guid Id { get; init; }

    public required string ClientId { get; init; }

    public required Guid AccountId { get; init; }

    public required Guid SessionId { get; init; }

    public required string Scope { get; init; }

    public required DateTimeOffset SignedIn { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public DateTimeOffset? Revoked { get; set; }
}

/// <summary>One refresh token; only the newest of its grant is unused.</summary>
public sealed class RefreshToken
{
    public required byte[] Hash { get; init; }

    public required Guid GrantId { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public DateTimeOffset? Used { get; set; }
}
