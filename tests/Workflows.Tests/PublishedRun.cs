using System.Globalization;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>Plays one published case: every instance of the file, the messages between them, the scripts, and the clock.</summary>
internal sealed class PublishedRun
{
    private readonly List<Case> cases = [];
    private readonly Dictionary<(Case, int), DateTimeOffset> waiting = [];
    private readonly Release release;
    private MessageBuffer buffer = MessageBuffer.Empty;
    private DateTimeOffset now = Case.Monday;

    private PublishedRun(Release release) => this.release = release;

    /// <summary>What the scripts left behind, in order.</summary>
    public List<string> Trace { get; } = [];

    public static PublishedRun Of(PublishedCase published)
    {
        var run = new PublishedRun(Release.Of(Case.Models(PublishedModels.Translated(published.File))));
        var number = published.Options.FirstOrDefault(option => option.StartsWith("integerVariable=", StringComparison.Ordinal))?["integerVariable=".Length..] ?? "0";
        var variables = new (string, object?)[] { ("test", published.Input), ("integerVariable", int.Parse(number, CultureInfo.InvariantCulture)) };
        if (published.Options.Contains("+ParallelProcess")) run.Begin("ParallelProcess", null, variables);
        run.Begin(published.Name, null, variables);
        run.Settle();
        if (published.Options.FirstOrDefault(option => option.StartsWith("wait ", StringComparison.Ordinal)) is { } wait)
        {
            run.Wait(TimeSpan.FromMilliseconds(int.Parse(wait["wait ".Length..^"ms".Length], CultureInfo.InvariantCulture)));
        }

        foreach (var incident in run.cases.SelectMany(each => each.State.Incidents.Values)) run.Trace.Add(Named(incident.Code));
        return run;
    }

    public bool Completed => cases.TrueForAll(each => each.State.Status == InstanceStatus.Completed);

    public string Incidents => string.Join(" ", cases.Select(each => each.Incidents));

    private static string Named(string code) => code switch { "uncaught-error" => "ERROR_thrownErrorEvent", "no-flow" => "ERROR_runtime", "not-a-list" => "ERROR", _ => "" };

    private void Begin(string process, string? node, params (string, object?)[] variables)
    {
        var begun = Case.On(release);
        begun.Now = now;
        cases.Add(begun);
        begun.Begin(process, node, variables);
        Heard(begun);
    }

    /// <summary>Until no script and no message is left to do.</summary>
    private void Settle()
    {
        while (true)
        {
            var next = cases.SelectMany(each => each.State.Jobs.Values.Where(job => job.Retries > 0 && !waiting.ContainsKey((each, job.Element))).Select(job => (each, job))).FirstOrDefault();
            if (next.each is not null) Do(next.each, next.job);
            else if (!Deliver()) return;
        }
    }

    private void Do(Case on, OpenJob job)
    {
        var number = on.Value("integerVariable") is FeelValue.Number n ? n.Value : 0;
        if (job.Type is "WAIT_TEN_SECONDS" or "CREATE_TIMESTAMP_LOG_1" or "CREATE_TIMESTAMP_LOG_2")
        {
            waiting[(on, job.Element)] = now + TimeSpan.FromSeconds(10);
            if (job.Type.StartsWith("CREATE_TIMESTAMP", StringComparison.Ordinal) && waiting.Count == 2) Trace.Add("EXECUTION_parallel");
            return;
        }

        if (job.Type.StartsWith("SCRIPT_", StringComparison.Ordinal)) Trace.Add(job.Type["SCRIPT_".Length..]);
        if (job.Type == "CREATE_MARKER_FILE") Trace.Add("MARKER_exists");
        if (job.Type == "INCREMENT_INTEGER_VARIABLE_AND_LOG") Trace.Add("INCREMENT");
        if (job.Type == "THROW_ERROR") on.Do(new Command.ThrowError(job.Element, "ERR_CODE", null, Variables.None));
        else on.Do(new Command.CompleteJob(job.Element, job.Type.StartsWith("INCREMENT", StringComparison.Ordinal) ? Case.Values(("integerVariable", number + 1)) : Variables.None));
        Heard(on);
    }

    private void Heard(Case on)
    {
        foreach (var thrown in on.Last.OfType<MessageThrown>())
        {
            buffer = buffer.Publish(new($"{cases.IndexOf(on)}/{thrown.Key}", thrown.Message, thrown.CorrelationKey, thrown.Variables, now, now.AddHours(1), []));
        }
    }

    private bool Deliver()
    {
        var waits = cases.SelectMany((each, index) => each.State.Subscriptions.Values.Select(subscription => new WaitingInstance(new Guid(index, 0, 0, new byte[8]), subscription)));
        var starts = release.Processes.SelectMany(process => process.MessageStarts.Select(node => new MessageStart(process.Id, node.Id, ((Trigger.Message)node.Trigger!).Name)));
        if (buffer.Next(waits, starts, now) is not { } delivery) return false;
        buffer = buffer.Delivered(delivery);
        if (delivery.Starts is { } start)
        {
            Begin(start.Process, start.Node);
            return true;
        }

        var to = cases[BitConverter.ToInt32(delivery.To!.Instance.ToByteArray())];
        to.Do(new Command.Correlate(delivery.To.Subscription.Key, delivery.Message, Variables.None));
        Heard(to);
        return true;
    }

    private void Wait(TimeSpan time)
    {
        var until = now + time;
        while (Moments().Where(at => at <= until).Order().Cast<DateTimeOffset?>().FirstOrDefault() is { } next)
        {
            now = next > now ? next : now;
            foreach (var each in cases.ToList())
            {
                each.Now = now;
                each.Do(new Command.FireTimers());
            }

            foreach (var ((on, job), _) in waiting.Where(wait => wait.Value <= now).ToList())
            {
                waiting.Remove((on, job));
                if (on.State.Jobs.ContainsKey(job)) on.Do(new Command.CompleteJob(job, Variables.None));
            }

            Settle();
        }
    }

    private IEnumerable<DateTimeOffset> Moments() =>
        cases.SelectMany(each => each.State.Timers.Values.Select(timer => timer.Due.At!.Value)).Concat(waiting.Where(wait => wait.Key.Item1.State.Jobs.ContainsKey(wait.Key.Item2)).Select(wait => wait.Value));
}
