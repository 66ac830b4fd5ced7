using System.Text.Json;
using Npgsql;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure;

/// <summary>
/// Who is mailed what, and nothing more of them than an address. It is kept in no event, and goes with everything that belongs to it when
/// whoever reads its mail says so, or has not confirmed in time.
/// </summary>
public sealed class Subscriptions(EventDatabase database, TimeProvider clock)
{
    /// <summary>How long a subscription waits to be confirmed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(48);

    /// <summary>An address is asked again for the same thing no earlier, so that nobody fills a stranger's mailbox.</summary>
    internal static readonly TimeSpan AskedAgainAfter = TimeSpan.FromHours(24);

    /// <summary>So many subscriptions of one address may wait to be confirmed: as many questions come on a day at most.</summary>
    internal const int MostWaiting = 5;

    /// <summary>Notes that an address wants to follow and is to be asked by mail; nothing when it follows already or was asked lately.</summary>
    public async Task AskAsync(string address, FollowedParks followed, string language, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var batch = database.Source.CreateBatch();

        // One after another for one address, so that many at once are counted as well.
        batch.BatchCommands.Add(new("select pg_advisory_xact_lock(hashtextextended(lower($1), 7))") { Parameters = { new() { Value = address } } });
        batch.BatchCommands.Add(new(
            """
            insert into subscriptions as known (id, address, followed, language, asked_at, letter, try_at)
            select $1, $2, $3, $4, $5, $6, $5
            where (select count(*) from subscriptions waiting where lower(waiting.address) = lower($2) and waiting.confirmed_at is null) < $7
               or exists (select from subscriptions same where lower(same.address) = lower($2) and same.followed = $3)
            on conflict (lower(address), followed) do update
            set language = excluded.language, asked_at = excluded.asked_at, letter = excluded.letter, try_at = excluded.try_at, tries = 0
            where known.confirmed_at is null and known.asked_at <= $8
            """)
        {
            Parameters =
            {
                new() { Value = Guid.CreateVersion7(now) }, new() { Value = address }, new() { Value = Write(followed) }, new() { Value = language },
                new() { Value = now }, new() { Value = Guid.CreateVersion7(now) }, new() { Value = MostWaiting }, new() { Value = now - AskedAgainAfter },
            },
        });
        await batch.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>
    /// From now on what is new is mailed; what stands in the feed already counts as told. False for a key of no subscription, or of one
    /// that waited too long. Confirming twice is confirming once.
    /// </summary>
    public async Task<bool> ConfirmAsync(ReturnKey key, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (await FindAsync(connection, key, now, cancel) is not { } found)
        {
            return false;
        }

        if (!found.Confirmed)
        {
            await using var confirm = new NpgsqlCommand(
                "update subscriptions set confirmed_at = $2, next_at = $3, letter = null, try_at = null, tries = 0, sent_at = null where id = $1", connection);
            confirm.Parameters.Add(new() { Value = found.Id });
            confirm.Parameters.Add(new() { Value = now });
            confirm.Parameters.Add(new() { Value = News.NextMorning(now) });
            await confirm.ExecuteNonQueryAsync(cancel);
            await News.TellAsync(connection, found.Id, found.Followed, letter: null, most: null, cancel);
        }

        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Erases the subscription of a key with its address, its keys and what it was told.</summary>
    public async Task CancelAsync(ReturnKey key, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("delete from subscriptions where id = (select subscription from subscription_keys where hash = $1)");
        command.Parameters.Add(new() { Value = key.Hash });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Erases what was not confirmed in time.</summary>
    public async Task ForgetAsync(CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("delete from subscriptions where confirmed_at is null and asked_at <= $1");
        command.Parameters.Add(new() { Value = clock.GetUtcNow() - Patience });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Whether the public sees this park.</summary>
    public async Task<bool> ShowsAsync(Guid park, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("select exists (select from public_parks where id = $1)");
        command.Parameters.Add(new() { Value = park });
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    internal static FollowedParks Read(string followed) => JsonSerializer.Deserialize<FollowedParks>(followed, RegistryJson.Http)!;

    private static string Write(FollowedParks followed) => JsonSerializer.Serialize(followed, RegistryJson.Http);

    /// <summary>Locked until the end of the transaction: a button is pressed twice.</summary>
    private static async Task<(Guid Id, FollowedParks Followed, bool Confirmed)?> FindAsync(NpgsqlConnection connection, ReturnKey key, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            select id, followed, confirmed_at is not null from subscriptions
            where id = (select subscription from subscription_keys where hash = $1) and (confirmed_at is not null or asked_at > $2) for update
            """,
            connection);
        command.Parameters.Add(new() { Value = key.Hash });
        command.Parameters.Add(new() { Value = now - Patience });
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? (row.GetGuid(0), Read(row.GetString(1)), row.GetBoolean(2)) : null;
    }
}
