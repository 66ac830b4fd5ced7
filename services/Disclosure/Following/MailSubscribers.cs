using PilotRegistry.Mail;

namespace PilotRegistry.Disclosure;

/// <summary>
/// The work behind subscriptions: forgets what was not confirmed, writes the morning's mails, sends what is due. Any number of services
/// do it beside each other. While mail is off nothing is written, and nothing is lost either.
/// </summary>
public sealed partial class MailSubscribers(Subscriptions subscriptions, News news, SendNews send, Post post, TimeProvider clock, ILogger<MailSubscribers> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), AfterTrouble = TimeSpan.FromSeconds(10);

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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = AfterTrouble;
            try
            {
                pause = await RoundAsync(stoppingToken) ? TimeSpan.Zero : Pause;
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogTrouble(log, trouble);
            }

            await Task.Delay(pause, clock, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "Mails of subscriptions stumbled and will be tried again.")]
    private static partial void LogTrouble(ILogger log, Exception trouble);
}
