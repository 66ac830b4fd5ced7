using PilotRegistry.Mail;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure;

/// <summary>
/// The work behind subscriptions: forgets what was not confirmed, writes the morning's mails, sends what is due. Any number of services
/// do it beside each other. While mail is off nothing is written, and nothing is lost either.
/// </summary>
public sealed class MailSubscribers(Subscriptions subscriptions, News news, SendNews send, Post post, TimeProvider clock, ILogger<MailSubscribers> log)
    : RepeatedWork(clock, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Whether there may be more at once.</summary>
    public async Task<bool> RoundAsync(CancellationToken cancel)
    {
        await subscriptions.ForgetAsync(cancel);
        if (!post.IsOn)
        {
            return false;
        }

        var gathered = await news.GatherAsync(cancel);
        return await send.SendAsync(cancel) || gathered;
    }

    protected override async Task<TimeSpan> WorkAsync(CancellationToken cancel) => await RoundAsync(cancel) ? TimeSpan.Zero : Pause;
}
