using Npgsql;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Mail;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// Makes letters of notices: asks Identity who a notice is for, and what each of them chose. While mail is off nothing is kept for later,
/// so that turning it on does not send the past.
/// </summary>
public sealed partial class AddressNotices(
    EventDatabase database, Instances instances, Addressees addressees, Post post, Calendars calendars, TimeProvider clock, ILogger<AddressNotices> log) : Loop(instances, clock, log)
{
    /// <summary>When a day's mail goes out, in Beijing.</summary>
    private static readonly TimeOnly Morning = new(8, 0);

    private const int AtOnce = 20;

    private sealed record Told(Guid Id, Guid? Person, string? Role, string? Province, Guid? Organisation, Guid? Park);

    public override async Task<bool> RoundAsync(CancellationToken cancel)
    {
        if (!post.IsOn)
        {
            await using var forget = database.Source.Command(
                """
                with forgotten as (delete from notices_to_post)
                update letters set ended_at = $1, trouble = 'mail-off' where sent_at is null and ended_at is null
                """,
                Sql.Of(Clock.GetUtcNow()));
            await forget.ExecuteNonQueryAsync(cancel);
            return false;
        }

        var claimed = await ClaimAsync(cancel);
        foreach (var told in claimed)
        {
            try
            {
                await AddressAsync(told, cancel);
            }
            catch (Exception away) when (away is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
            {
                LogAway(Log, away, told.Id);
            }
        }

        return claimed.Count == AtOnce;
    }

    /// <summary>08:00 in Beijing of the next working day that has not begun so; a minute is left to whoever is at it now.</summary>
    internal static DateTimeOffset NextMorning(WorkingCalendar calendar, DateTimeOffset now)
    {
        var day = WorkingCalendar.DayOf(now);
        while (!calendar.IsWorkingDay(day) || At(day) <= now.AddMinutes(1)) day = day.AddDays(1);
        return At(day);

        static DateTimeOffset At(DateOnly day) => new DateTimeOffset(day.ToDateTime(Morning), WorkingCalendar.Beijing).ToUniversalTime();
    }

    private async Task AddressAsync(Told told, CancellationToken cancel)
    {
        var people = await ReadersAsync(told, cancel);
        var now = Clock.GetUtcNow();
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var each in people.Where(each => each.Email is { Length: > 0 }))
        {
            var chosen = await NoticeSettings.OfAsync(database, each.Id, cancel);
            if (!chosen.Mail) continue;
            var due = chosen.Daily ? NextMorning(calendars.Current, now) : now;
            var letter = chosen.Daily ? StableId.Of("letter", each.Id, due.UtcTicks) : StableId.Of("letter", each.Id, told.Id);
            batch.BatchCommands.Add(Sql.Command(
                "insert into letters (id, person, daily, due_at, try_at) values ($1, $2, $3, $4, $4) on conflict (id) do nothing",
                Sql.Of(letter), Sql.Of(each.Id), Sql.Of(chosen.Daily), Sql.Of(due)));
            batch.BatchCommands.Add(Sql.Command("insert into letter_notices (letter, notice) values ($1, $2) on conflict do nothing", Sql.Of(letter), Sql.Of(told.Id)));
        }

        batch.BatchCommands.Add(Sql.Command("delete from notices_to_post where notice = $1", Sql.Of(told.Id)));
        await batch.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The same people as read it on the desk (<see cref="Features.ReadNotices.Mine"/>).</summary>
    private async Task<IReadOnlyList<Addressees.Addressee>> ReadersAsync(Told told, CancellationToken cancel) => told switch
    {
        { Person: { } person } => await addressees.FindAsync(person, cancel) is { } one ? [one] : [],
        { Organisation: null, Role: { } role } when NoticeReaders.OfOneOrganisation.Contains(role) => [],
        _ => await addressees.OfRoleAsync(told.Role!, told.Province, told.Organisation, told.Park, cancel)
    };

    /// <summary>Leased: whoever dies at it is replaced after the time that a next try has.</summary>
    private async Task<IReadOnlyList<Told>> ClaimAsync(CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            """
            with claimed as (
                update notices_to_post set tries = tries + 1, try_at = $1 + least(interval '1 minute' * power(2, least(tries, 6)), interval '1 hour')
                where notice in (select notice from notices_to_post where try_at <= $1 order by try_at limit $2 for update skip locked) returning notice)
            select n.id, n.person, n.role, n.province, n.organisation, n.park from claimed join notices n on n.id = claimed.notice
            """,
            Sql.Of(Clock.GetUtcNow()), Sql.Of(AtOnce));
        var found = new List<Told>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel)) found.Add(new(row.GetGuid(0), Id(1), Text(2), Text(3), Id(4), Id(5)));
        return found;

        Guid? Id(int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }

    [LoggerMessage(LogLevel.Warning, "Nobody knows yet whom notice {Notice} is for; it is asked again.")]
    private static partial void LogAway(ILogger log, Exception away, Guid notice);
}
