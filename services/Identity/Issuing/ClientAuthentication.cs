using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace PilotRegistry.Identity;

/// <summary>Which program asks for tokens (RFC 6749, 2.3.1): by the Authorization header or by the form, not by both.</summary>
public sealed class ClientAuthentication(IdentityDb db, TimeProvider clock)
{
    public async Task<Client?> FindAsync(HttpRequest request, OAuthParameters form, CancellationToken ct)
    {
        var basic = ReadBasic(request.Headers.Authorization.ToString());
        if (basic is not null && form["client_secret"] is not null) return null;
        var (id, secret) = basic ?? (form["client_id"], form["client_secret"]);
        if (id is null || secret is null || (form["client_id"] is { } named && named != id)) return null;

        var client = await db.Clients.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        return client is null ? await FindMachineAsync(id, secret, ct) : Secret.Matches(secret, client.SecretHash) ? client : null;
    }

    private async Task<Client?> FindMachineAsync(string id, string secret, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var machine = await db.MachineClients.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        if (machine is null || !machine.Knows(secret, now)) return null;
        await db.MachineClients.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastUsed, now), ct);
        return machine.AsClient();
    }

    private static (string? Id, string? Secret)? ReadBasic(string header)
    {
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header["Basic ".Length..].Trim(), bytes, out var length)) return (null, null);
        return Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var id, var secret]
            ? (WebUtility.UrlDecode(id), WebUtility.UrlDecode(secret))
            : (null, null);
    }
}
