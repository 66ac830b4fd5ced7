using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Npgsql;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Gateway;

/// <summary>A signed-in browser.</summary>
public sealed record BrowserSession(byte[] IdHash, string Antiforgery, Tokens Tokens, DateTimeOffset TokensExpire);

/// <summary>
/// Sessions in the database. The browser's cookie holds nothing but a random id, made anew at each sign-in, so that an id
/// planted beforehand is never taken over (session fixation).
/// </summary>
public sealed class BrowserSessions(
    NpgsqlDataSource database, TokenCipher cipher, Issuer issuer, IOptions<GatewaySettings> settings, TimeProvider clock, ILogger<BrowserSessions> log)
{
    /// <summary>Refreshed a little early, so that a token does not expire on its way.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(30);

    /// <summary>The issuer ends earlier whatever it wants to; this only bounds the table.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public string CookieName => settings.Value.IsSecure ? "__Host-registry-session" : "registry-session";

    /// <summary>Strict: no foreign page can make the browser send it (RFC 6265bis, 5.2); pages themselves need no cookie.</summary>
    private CookieOptions Cookie => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = settings.Value.IsSecure, Path = "/", IsEssential = true };

    public static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public async Task StartAsync(HttpContext http, Tokens tokens, TimeSpan lifetime, CancellationToken ct)
    {
        await EndAsync(http, ct);
        var id = NewId();
        var hash = Hash(id);
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand(
            "insert into sessions (id_hash, antiforgery, tokens, tokens_expire, expires) values ($1, $2, $3, $4, $5)");
        Add(command, hash, NewId(), cipher.Seal(tokens, hash), now + lifetime, now + Longest);
        await command.ExecuteNonQueryAsync(ct);
        http.Response.Cookies.Append(CookieName, id, Cookie);
    }

    /// <summary>The session of this browser with tokens that are good for a while yet; null when there is none.</summary>
    public async Task<BrowserSession?> FindAsync(HttpContext http, CancellationToken ct)
    {
        if (http.Request.Cookies[CookieName] is not { Length: 43 } id) return null;
        await using var connection = await database.OpenConnectionAsync(ct);
        var session = await ReadAsync(connection, Hash(id), "", ct);
        if (session is null || session.TokensExpire - Early > clock.GetUtcNow()) return session;
        try
        {
            return await RefreshAsync(connection, session, ct);
        }
        catch (IssuerUnavailableException) when (session.TokensExpire > clock.GetUtcNow())
        {
            return session;
        }
    }

    /// <summary>Forgets the session and the cookie; gives back the tokens that were in it.</summary>
    public async Task<Tokens?> EndAsync(HttpContext http, CancellationToken ct)
    {
        if (http.Request.Cookies[CookieName] is not { Length: 43 } id) return null;
        http.Response.Cookies.Delete(CookieName, Cookie);
        await using var connection = await database.OpenConnectionAsync(ct);
        var session = await ReadAsync(connection, Hash(id), "", ct);
        if (session is not null) await DeleteAsync(connection, session.IdHash, ct);
        return session?.Tokens;
    }

    /// <summary>
    /// Under the row's lock: of many requests that find the token expired, in however many gateways, one refreshes and the
    /// others wait and find it done. Two refreshes with one token would look like theft and end the session.
    /// </summary>
    private async Task<BrowserSession?> RefreshAsync(NpgsqlConnection connection, BrowserSession seen, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var session = await ReadAsync(connection, seen.IdHash, "for update", ct);
        if (session is null || session.TokensExpire - Early > clock.GetUtcNow()) return session;

        // From here on a browser that hangs up must not leave a used token behind.
        if (await issuer.RefreshAsync(session.Tokens.Refresh, CancellationToken.None) is not var (tokens, lifetime))
        {
            log.LogInformation("The issuer no longer refreshes a session; its browser has to sign in again");
            await DeleteAsync(connection, session.IdHash, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            return null;
        }

        session = session with { Tokens = tokens, TokensExpire = clock.GetUtcNow() + lifetime };
        await using var command = new NpgsqlCommand("update sessions set tokens = $2, tokens_expire = $3 where id_hash = $1", connection);
        Add(command, session.IdHash, cipher.Seal(session.Tokens, session.IdHash), session.TokensExpire);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return session;
    }

    private async Task<BrowserSession?> ReadAsync(NpgsqlConnection connection, byte[] hash, string locking, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"select antiforgery, tokens, tokens_expire from sessions where id_hash = $1 and expires > $2 {locking}", connection);
        Add(command, hash, clock.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) && cipher.Open<Tokens>(reader.GetFieldValue<byte[]>(1), hash) is { } tokens
            ? new(hash, reader.GetString(0), tokens, reader.GetFieldValue<DateTimeOffset>(2))
            : null;
    }

    private static async Task DeleteAsync(NpgsqlConnection connection, byte[] hash, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("delete from sessions where id_hash = $1", connection);
        Add(command, hash);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void Add(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
    }

    private static byte[] Hash(string id) => SHA256.HashData(Encoding.ASCII.GetBytes(id));
}
