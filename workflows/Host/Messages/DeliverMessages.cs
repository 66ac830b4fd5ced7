using Npgsql;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// Brings messages to the instances that wait for them, or starts the processes that they start: each in the transaction that notes
/// the delivery. Several hosts may try the same one; the note is unique, so one succeeds.
/// </summary>
public sealed partial class DeliverMessages(Postbox postbox, Instances instances, Releases releases, TimeProvider clock, ILogger<DeliverMessages> log)
    : Loop(instances, clock, log)
{
    private const int AtOnce = 50;

    public override async Task<bool> RoundAsync(CancellationToken cancel)
    {
        var expected = await postbox.ExpectedAsync(AtOnce, cancel);
        foreach (var each in expected) await OnceAsync(() => CorrelateAsync(each, cancel));

        var starting = await postbox.StartingAsync(await releases.StartsAsync(Clock.GetUtcNow(), cancel), AtOnce, cancel);
        foreach (var each in starting) await OnceAsync(() => StartAsync(each, cancel));

        foreach (var unwanted in await postbox.UnwantedAsync(cancel)) LogUnwanted(Log, unwanted.Id, unwanted.Name);
        return expected.Count == AtOnce || starting.Count == AtOnce;
    }

    private async Task CorrelateAsync(Expected expected, CancellationToken cancel)
    {
        var (message, delivered) = (expected.Message, postbox.Delivered(expected.Message.Id, expected.Process, expected.Instance));
        var turned = await Instances.TakeAsync(
            expected.Instance, new Command.Correlate(expected.Subscription, message.Id, message.Variables), By("DeliverMessages", message.Id), delivered, wait: false, cancel);
        if (turned.Outcome is not Outcome.Done { Changed: true }) await postbox.PostponeAsync(expected, cancel);
    }

    /// <summary>The instance's id follows from process and message: whoever starts it, it is the same one.</summary>
    private async Task StartAsync(Starting starting, CancellationToken cancel)
    {
        var (message, start) = (starting.Message, starting.Start);
        var id = StableId.Of("instance", start.Process, message.Id);
        var province = (message.Variables.Find("province") as FeelValue.Text)?.Value;
        var turned = await Instances.StartAsync(
            new Command.Start(id, start.Process, message.Variables, message.Key, start.Node, message.Id), province, By("DeliverMessages", message.Id),
            postbox.Delivered(message.Id, start.Process, id), cancel);
        if (turned.Refusal is { } refusal)
        {
            LogNotStarted(Log, start.Process, message.Id, refusal.Code);
            await postbox.PostponeAsync(starting, cancel);
        }
    }

    private static async Task OnceAsync(Func<Task> deliver)
    {
        try
        {
            await deliver();
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // Another host was faster.
        }
    }

    [LoggerMessage(LogLevel.Error, "Process {Process} could not be started by message {Message}: {Code}.")]
    private static partial void LogNotStarted(ILogger log, string process, string message, string code);

    [LoggerMessage(LogLevel.Warning, "Message {Message} ({Name}) waited its time and no process wanted it.")]
    private static partial void LogUnwanted(ILogger log, string message, string name);
}
