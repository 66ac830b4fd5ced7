using Npgsql;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// Brings messages to the instances that wait for them, or starts the processes that they start: each in the transaction that notes
/// the delivery. Several hosts may try the same one; the note is unique, so one succeeds.
/// </summary>
public sealed partial class DeliverMessages(
    Postbox postbox, Instances instances, Releases releases, Completions completions, StartFacts facts, TimeProvider clock, ILogger<DeliverMessages> log)
    : Loop(instances, clock, log)
{
    private const int AtOnce = 50;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1), Later = TimeSpan.FromSeconds(5), WhenTheDrawingsChange = TimeSpan.FromMinutes(1);

    public override async Task<bool> RoundAsync(CancellationToken cancel)
    {
        var ending = await postbox.EndingAsync(AtOnce, cancel);
        foreach (var each in ending) await OnceAsync(() => EndAsync(each, cancel));

        var expected = await postbox.ExpectedAsync(AtOnce, cancel);
        foreach (var each in expected) await OnceAsync(() => CorrelateAsync(each, cancel));

        var starting = await postbox.StartingAsync(await releases.StartsAsync(Clock.GetUtcNow(), cancel), AtOnce, cancel);
        foreach (var each in starting) await OnceAsync(() => StartAsync(each, cancel));

        foreach (var unwanted in await postbox.UnwantedAsync(cancel)) LogUnwanted(Log, unwanted.Id, unwanted.Name);
        return ending.Count == AtOnce || expected.Count == AtOnce || starting.Count == AtOnce;
    }

    /// <summary>What a task was about was decided in the owning service: the task is over.</summary>
    private async Task EndAsync(Ending ending, CancellationToken cancel)
    {
        var message = ending.Message;
        var turned = await completions.HearAsync(
            ending.Instance, ending.Element, message, Kinds.Find(ending.Kind), By("DeliverMessages", message.Id), postbox.Delivered(message.Id, ending.Process, ending.Instance), cancel);
        if (turned.Outcome is not Outcome.Done { Changed: true }) await postbox.PostponeAsync(message, Soon, cancel);
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
        try
        {
            var said = await facts.OfAsync(start.Process, message.Key, message.Variables, cancel);
            var turned = await Instances.StartAsync(
                new Command.Start(id, start.Process, said, message.Key, start.Node, message.Id), (said.Find("province") as FeelValue.Text)?.Value,
                By("DeliverMessages", message.Id), postbox.Delivered(message.Id, start.Process, id), cancel);
            if (turned.Refusal is not { } refusal) return;
            LogNotStarted(Log, start.Process, message.Id, refusal.Code);
            await postbox.PostponeAsync(message, WhenTheDrawingsChange, cancel);
        }
        catch (HttpRequestException away)
        {
            LogFactsAway(Log, away, start.Process, message.Id);
            await postbox.PostponeAsync(message, Later, cancel);
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

    [LoggerMessage(LogLevel.Warning, "Process {Process} waits to be started by message {Message}: who knows its facts does not answer.")]
    private static partial void LogFactsAway(ILogger log, Exception away, string process, string message);

    [LoggerMessage(LogLevel.Warning, "Message {Message} ({Name}) waited its time and no process wanted it.")]
    private static partial void LogUnwanted(ILogger log, string message, string name);
}
