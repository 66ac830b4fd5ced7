using System.Net.Mail;
using PilotRegistry.EventStore;
using PilotRegistry.Mail;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// Sends letters that are due, one after another. A letter is leased and sent at least once; what fails is tried again for about a day,
/// later each time, then it is given up with its reason. The notice itself stays on the desk.
/// </summary>
public sealed partial class SendLetters(
    EventDatabase database, Instances instances, Addressees addressees, LetterBook letters, Post post, TimeProvider clock, ILogger<SendLetters> log) : Loop(instances, clock, log)
{
    /// <summary>After so many tries, the last ones an hour apart, nobody waits for the server any more.</summary>
    public const int MostTries = 30;

    /// <summary>Longer than the post's patience: meanwhile the letter is nobody else's.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2), LongestWait = TimeSpan.FromHours(1);

    private sealed record Claimed(Guid Id, Guid Person, bool Daily, int Tries);

    public override async Task<bool> RoundAsync(CancellationToken cancel)
    {
        if (!post.IsOn || await ClaimAsync(cancel) is not { } claimed) return false;
        try
        {
            await EndAsync(claimed, await SendAsync(claimed, cancel), cancel);
        }
        catch (Exception failed) when (failed is SmtpException or FormatException or IOException or HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            LogFailed(Log, claimed.Id, claimed.Tries, failed.GetType().Name);
            await TryLaterAsync(claimed, failed is SmtpException refused ? refused.StatusCode.ToString() : failed.GetType().Name, cancel);
        }

        return true;
    }

    /// <summary>One minute after the first try, twice as long after each further one, at most an hour.</summary>
    internal static TimeSpan WaitAfter(int tries) => TimeSpan.FromMinutes(Math.Pow(2, Math.Clamp(tries - 1, 0, 10))) is var wait && wait < LongestWait ? wait : LongestWait;

    /// <summary>Null when it went out; otherwise why it need not.</summary>
    private async Task<string?> SendAsync(Claimed claimed, CancellationToken cancel)
    {
        if (await addressees.FindAsync(claimed.Person, cancel) is not { Email: { Length: > 0 } address } reader) return "no-address";
        var chosen = await NoticeSettings.OfAsync(database, claimed.Person, cancel);
        if (!chosen.Mail) return "mail-not-wanted";
        var (text, reason) = await letters.WriteAsync(claimed.Id, claimed.Daily, reader.DisplayName, chosen.Language, cancel);
        if (text is null) return reason;
        await post.SendAsync(new(claimed.Id, address, text.Subject, text.Text), cancel);
        return null;
    }

    private async Task<Claimed?> ClaimAsync(CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        await using var command = database.Source.Command(
            """
            update letters set tries = tries + 1, try_at = $2 where id = (
                select id from letters where sent_at is null and ended_at is null and try_at <= $1 order by try_at limit 1 for update skip locked)
            returning id, person, daily, tries
            """,
            Sql.Of(now), Sql.Of(now + Lease));
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? new(row.GetGuid(0), row.GetGuid(1), row.GetBoolean(2), row.GetInt32(3)) : null;
    }

    private async Task EndAsync(Claimed claimed, string? reason, CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            $"update letters set {(reason is null ? "sent_at" : "ended_at")} = $2, trouble = $3 where id = $1", Sql.Of(claimed.Id), Sql.Of(Clock.GetUtcNow()), Sql.Optional(reason));
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task TryLaterAsync(Claimed claimed, string trouble, CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        await using var command = database.Source.Command(
            "update letters set try_at = $2, ended_at = $3, trouble = $4 where id = $1",
            Sql.Of(claimed.Id), Sql.Of(now + WaitAfter(claimed.Tries)), Sql.Optional(claimed.Tries >= MostTries ? now : (DateTimeOffset?)null), Sql.Of(trouble));
        await command.ExecuteNonQueryAsync(cancel);
    }

    [LoggerMessage(LogLevel.Warning, "Letter {Letter} was not taken at try {Try}: {Trouble}.")]
    private static partial void LogFailed(ILogger log, Guid letter, int @try, string trouble);
}
