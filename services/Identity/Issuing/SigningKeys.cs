using System.Security.Cryptography;
using Npgsql;

namespace PilotRegistry.Identity;

/// <summary>The issuer's keys, read from the database at most every 30 seconds: a rotation needs no restart.</summary>
public sealed class SigningKeys(NpgsqlDataSource database, KeyEncryption encryption, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private (DateTimeOffset ReadAt, IReadOnlyList<SigningKey> Keys)? known;

    /// <summary>The newest key whose time has come; in the first seconds, when this clock is behind, the only one.</summary>
    public async ValueTask<SigningKey> SigningAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var keys = await PublishedAsync(ct);
        return keys.Where(key => key.SignsFrom <= now).MaxBy(key => key.SignsFrom) ?? keys.MinBy(key => key.SignsFrom)
            ?? throw new InvalidOperationException("No signing key: run with --migrate first.");
    }

    /// <summary>Every key whose tokens may still be around, and the one that will sign next.</summary>
    public async ValueTask<IReadOnlyList<SigningKey>> PublishedAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (known is not { } read || now - read.ReadAt >= Fresh || now < read.ReadAt)
            known = read = (now, await ReadAsync(ct));
        return [.. read.Keys.Where(key => key.PublishedUntil is null || key.PublishedUntil > now)];
    }

    /// <summary>
    /// Adds a key. The first one signs at once; later ones are shown for a while before they sign, and the keys before
    /// them stay published until everything they signed has expired.
    /// </summary>
    public async Task AddAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var first = (await ReadAsync(ct)).Count == 0;
        var key = SigningKey.New(signsFrom: first ? now : now + Lifetimes.KeyNotice);
        await using var command = database.CreateCommand(
            """
            with gone as (delete from signing_keys where published_until < $4),
                 retired as (update signing_keys set published_until = $5 where published_until is null)
            insert into signing_keys (id, private_key, signs_from) values ($1, $2, $3)
            """);
        object[] values = [key.Id, encryption.Encrypt(key.Id, key.Key.ExportPkcs8PrivateKey()), key.SignsFrom, now, key.SignsFrom + Lifetimes.KeyFarewell];
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>For a new installation.</summary>
    public async Task EnsureAsync(CancellationToken ct)
    {
        if ((await ReadAsync(ct)).Count == 0) await AddAsync(ct);
    }

    private async Task<IReadOnlyList<SigningKey>> ReadAsync(CancellationToken ct)
    {
        var keys = new List<SigningKey>();
        await using var command = database.CreateCommand("select id, private_key, signs_from, published_until from signing_keys");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(encryption.Decrypt(reader.GetString(0), reader.GetFieldValue<byte[]>(1)), out _);
            keys.Add(new(
                reader.GetString(0), key, reader.GetFieldValue<DateTimeOffset>(2),
                await reader.IsDBNullAsync(3, ct) ? null : reader.GetFieldValue<DateTimeOffset>(3)));
        }
        return keys;
    }
}
