using System.Net.Mail;
using NpgsqlTypes;
using PilotRegistry.Disclosure.Pages;
using PilotRegistry.EventStore;
using PilotRegistry.Mail;

namespace PilotRegistry.Disclosure;

/// <summary>
/// Sends the mails of subscriptions, one after another, each at least once: it is leased, and noted as sent when the server has taken it.
/// What the server does not take is tried again, later each time, until it does or the subscription goes. A mailbox that the server
/// refuses for good for about two weeks is nobody's any more: its subscription ends, and with it the address.
/// </summary>
public sealed partial class SendNews(EventDatabase database, NewsLetters letters, Post post, TimeProvider clock, ILogger<SendNews> log)
{
    /// <summary>Longer than the post's patience: meanwhile the mail is nobody else's.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2), LongestWait = TimeSpan.FromHours(6);

    /// <summary>Half a day of growing waits, then twelve and a half days of six hours each.</summary>
    internal const int MostRefusals = 60;

    private sealed record Claimed(Guid Id, Guid Letter, string Address, FollowedParks Followed, Tongue Tongue, bool Confirmed, int Tries);

    /// <summary>False when none is due.</summary>
    public async Task<bool> SendAsync(CancellationToken cancel)
    {
        if (await ClaimAsync(cancel) is not { } claimed)
        {
            return false;
        }

        try
        {
            var sent = await SendAsync(claimed, cancel);
            await EndAsync(claimed, sent, cancel);
        }
        catch (Exception failed) when (failed is SmtpException or FormatException or IOException)
        {
            // Its message may hold the address.
            LogFailed(log, claimed.Id, claimed.Tries, failed is SmtpException refused ? refused.StatusCode.ToString() : failed.GetType().Name);
            await TryLaterAsync(claimed, IsForGood(failed), cancel);
            await ForgetAsync(claimed, cancel);
        }

        return true;
    }

    /// <summary>One minute after the first try, twice as long after each further one, at most six hours.</summary>
    internal static TimeSpan WaitAfter(int tries) => TimeSpan.FromMinutes(Math.Pow(2, Math.Clamp(tries - 1, 0, 10))) is var wait && wait < LongestWait ? wait : LongestWait;

    /// <summary>The recipient alone was refused, and not for now (RFC 5321, 4.2.3). A server that is away, or refuses the register itself, says nothing of the mailbox.</summary>
    private static bool IsForGood(Exception failed) => failed is SmtpFailedRecipientException
    {
        StatusCode: SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.MailboxNameNotAllowed
    };

    /// <summary>False when there is nothing to be sent any more.</summary>
    private async Task<bool> SendAsync(Claimed claimed, CancellationToken cancel)
    {
        var key = ReturnKey.New();
        var text = claimed.Confirmed
            ? await letters.NewsAsync(claimed.Letter, claimed.Followed, key, claimed.Tongue, cancel)
            : await letters.QuestionAsync(claimed.Followed, key, claimed.Tongue, cancel);
        if (text is null || !await KeepAsync(claimed.Id, key, cancel))
        {
            return false;
        }

        await post.SendAsync(new(claimed.Letter, claimed.Address, text.Subject, text.Text, letters.StopHeaders(key)), cancel);
        return true;
    }

    private async Task<Claimed?> ClaimAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var command = database.Source.CreateCommand(
            """
            update subscriptions set tries = tries + 1, try_at = $2 where id = (
                select id from subscriptions where letter is not null and try_at <= $1 order by try_at limit 1 for update skip locked)
            returning id, letter, address, followed, language, confirmed_at is not null, tries
            """);
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now + Lease });
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel)
            ? new(row.GetGuid(0), row.GetGuid(1), row.GetString(2), Subscriptions.Read(row.GetString(3)), Tongue.Of(row.GetString(4)), row.GetBoolean(5), row.GetInt32(6))
            : null;
    }

    /// <summary>Stores the hash of a key before the key goes out. False when the subscription has gone meanwhile.</summary>
    private async Task<bool> KeepAsync(Guid subscription, ReturnKey key, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("insert into subscription_keys (hash, subscription) select $2, id from subscriptions where id = $1");
        command.Parameters.Add(new() { Value = subscription });
        command.Parameters.Add(new() { Value = key.Hash });
        return await command.ExecuteNonQueryAsync(cancel) > 0;
    }

    /// <summary>Nothing, when the subscription was confirmed or has gone meanwhile.</summary>
    private async Task EndAsync(Claimed claimed, bool sent, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(
            "update subscriptions set letter = null, try_at = null, tries = 0, refusals = 0, sent_at = coalesce($3, sent_at) where id = $1 and letter = $2");
        command.Parameters.Add(new() { Value = claimed.Id });
        command.Parameters.Add(new() { Value = claimed.Letter });
        command.Parameters.Add(new() { Value = sent ? clock.GetUtcNow() : DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Nothing, as long as it was not refused often enough.</summary>
    private async Task ForgetAsync(Claimed claimed, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("delete from subscriptions where id = $1 and letter = $2 and refusals >= $3");
        command.Parameters.Add(new() { Value = claimed.Id });
        command.Parameters.Add(new() { Value = claimed.Letter });
        command.Parameters.Add(new() { Value = MostRefusals });
        if (await command.ExecuteNonQueryAsync(cancel) > 0)
        {
            LogForgotten(log, claimed.Id, MostRefusals);
        }
    }

    private async Task TryLaterAsync(Claimed claimed, bool refused, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("update subscriptions set try_at = $3, refusals = refusals + $4 where id = $1 and letter = $2");
        command.Parameters.Add(new() { Value = claimed.Id });
        command.Parameters.Add(new() { Value = claimed.Letter });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() + WaitAfter(claimed.Tries) });
        command.Parameters.Add(new() { Value = refused ? 1 : 0 });
        await command.ExecuteNonQueryAsync(cancel);
    }

    [LoggerMessage(LogLevel.Warning, "The mail of subscription {Subscription} was not taken at try {Try}: {Trouble}.")]
    private static partial void LogFailed(ILogger log, Guid subscription, int @try, string trouble);

    [LoggerMessage(LogLevel.Information, "Subscription {Subscription} ended: its mailbox was refused {Refusals} times.")]
    private static partial void LogForgotten(ILogger log, Guid subscription, int refusals);
}
