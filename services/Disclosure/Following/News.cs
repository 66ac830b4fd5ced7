using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.WorkingDays;

namespace PilotRegistry.Disclosure;

/// <summary>
/// Finds what is new for a subscription: the entries of its feed that it was not told of. Nothing goes by time alone, so that an entry
/// that arrives late, and those of a park that comes to fit a search, are told as well.
/// </summary>
public sealed class News(EventDatabase database, TimeProvider clock)
{
    /// <summary>When mails are written, in Beijing.</summary>
    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>Entries of one mail; the oldest come first, and what is more comes the next morning.</summary>
    public int Most { get; init; } = NewsLetters.Most;

    /// <summary>
    /// Takes one subscription whose morning has come: notes what is new as told by a mail that is to go out, all in one transaction. At
    /// most one mail goes out on a day, and none is written before the last one was taken by the server.
    /// </summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> GatherAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (await DueAsync(connection, now, cancel) is not { } due)
        {
            return false;
        }

        var letter = Guid.CreateVersion7(now);
        var isNew = !due.HadOneToday && await TellAsync(connection, due.Id, due.Followed, letter, Most, cancel) > 0;
        await using var command = new NpgsqlCommand("update subscriptions set next_at = $2, letter = $3, try_at = $4, tries = 0 where id = $1", connection);
        command.Parameters.Add(new() { Value = due.Id });
        command.Parameters.Add(new() { Value = At(Beijing.DateOn(now).AddDays(1), Morning) });
        command.Parameters.Add(new() { Value = isNew ? letter : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = isNew ? now : DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await command.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>The next 08:00 in Beijing.</summary>
    internal static DateTimeOffset NextMorning(DateTimeOffset now)
    {
        var today = Beijing.DateOn(now);
        return At(today, Morning) > now ? At(today, Morning) : At(today.AddDays(1), Morning);
    }

    /// <summary>Notes entries of the feed as told, those that were not before. How many.</summary>
    /// <param name="letter">Which mail tells them; null for what stood there before it was followed.</param>
    /// <param name="most">Null for all.</param>
    internal static async Task<int> TellAsync(NpgsqlConnection connection, Guid subscription, FollowedParks followed, Guid? letter, int? most, CancellationToken cancel)
    {
        var (condition, operands) = followed.Condition();
        var (own, by, limit) = (operands.Length + 1, operands.Length + 2, most is null ? "" : string.Create(CultureInfo.InvariantCulture, $"limit {most}"));
        await using var command = new NpgsqlCommand(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                insert into subscription_told (subscription, event_id, letter)
                select ${own}, public_events.event_id, ${by} from {FollowedParks.Entries}
                where {condition} and not exists (
                    select from subscription_told told where told.subscription = ${own} and told.event_id = public_events.event_id)
                order by public_events.at, public_events.event_id {limit}
                """),
            connection);
        command.Parameters.AddRange(operands);
        command.Parameters.Add(new() { Value = subscription });
        command.Parameters.Add(new() { Value = (object?)letter ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        return await command.ExecuteNonQueryAsync(cancel);
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new DateTimeOffset(day.ToDateTime(time), WorkingCalendar.Beijing).ToUniversalTime();

    private static async Task<(Guid Id, FollowedParks Followed, bool HadOneToday)?> DueAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            select id, followed, coalesce(sent_at >= $2, false) from subscriptions
            where confirmed_at is not null and letter is null and next_at <= $1 order by next_at limit 1 for update skip locked
            """,
            connection);
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = At(Beijing.DateOn(now), TimeOnly.MinValue) });
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? (row.GetGuid(0), Subscriptions.Read(row.GetString(1)), row.GetBoolean(2)) : null;
    }
}
