using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace PilotRegistry.Identity;

/// <summary>A client of the configuration, <c>Identity:Clients:{id}</c>.</summary>
public sealed class ClientSettings
{
    /// <summary>At least 32 characters; there is no default.</summary>
    public required string Secret { get; init; }

    /// <summary>Given: it signs people in by code. Left out: a service, client credentials only.</summary>
    public string? RedirectUri { get; init; }

    public string? PostLogoutRedirectUri { get; init; }
}

/// <summary>Brings the table of clients to what the configuration says. Clients it does not name stay as they are.</summary>
public static class RegisterClients
{
    private const int ShortestSecret = 32;

    public static async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<IdentityDb>();
        foreach (var (id, settings) in services.GetRequiredService<IOptions<IdentitySettings>>().Value.Clients)
        {
            if (settings.Secret is not { Length: >= ShortestSecret })
                throw new InvalidOperationException($"Identity:Clients:{id}:Secret must have at least {ShortestSecret} characters.");
            await PutAsync(db, id, settings.Secret, settings.RedirectUri, settings.PostLogoutRedirectUri, accountId: null, ct);
        }
    }

    /// <summary>Creates or changes one client.</summary>
    public static Task PutAsync(
        IdentityDb db, string id, string secret, string? redirectUri, string? postLogoutRedirectUri, Guid? accountId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into clients (id, subject, secret_hash, redirect_uri, post_logout_redirect_uri, account_id)
            values ({id}, {Guid.CreateVersion7()}, {Secret.Hash(secret)}, {redirectUri}, {postLogoutRedirectUri}, {accountId})
            on conflict (id) do update set secret_hash = excluded.secret_hash, redirect_uri = excluded.redirect_uri,
              post_logout_redirect_uri = excluded.post_logout_redirect_uri, account_id = excluded.account_id
            """, ct);
}
