using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using PilotRegistry.Workflows.Engine;
using PilotRegistry.Workflows.Host;

namespace PilotRegistry.Bench.Workflows;

/// <summary>Timers and messages: what happens without a person.</summary>
internal static class Waits
{
    private const int Due = 4_000, Even = 2_000, EvenPerSecond = 400, Told = 2_000;

    /// <summary>As long as the host's own loop sleeps when nothing is due.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>Everything due at once, one instance a transaction.</summary>
    public static async Task<Measurement> FireAsync(BenchCases cases)
    {
        await EachAsync(Due, _ => cases.StartAsync(BenchCases.Timed, Guid.CreateVersion7(), ("wait", FeelValue.Of("PT1S"))));
        await Task.Delay(TimeSpan.FromSeconds(1));
        using var timers = Timers(cases);
        var since = Stopwatch.StartNew();
        while (await timers.RoundAsync(default))
        {
        }

        return Rate("timers fired, one a transaction", Due, since.Elapsed, "timers/s", Target.NoLessThan(1500), $"{Seeding.Cases:N0} pending beside them");
    }

    /// <summary>Timers that fall due evenly: how late each is.</summary>
    public static async Task<Measurement> LagAsync(BenchCases cases)
    {
        var due = new Dictionary<Guid, DateTimeOffset>();
        var first = DateTimeOffset.UtcNow.AddSeconds(Even / 250.0);
        await EachAsync(Even, async n =>
        {
            var wait = first.AddSeconds((double)n / EvenPerSecond) - DateTimeOffset.UtcNow;
            var state = await cases.StartAsync(BenchCases.Timed, Guid.CreateVersion7(), ("wait", FeelValue.Of(string.Create(CultureInfo.InvariantCulture, $"PT{Math.Max(1, (int)wait.TotalSeconds)}S"))));
            lock (due) due[state.Instance] = state.Timers.Values.Single().Due.At!.Value;
        });
        using var timers = Timers(cases);
        while (DateTimeOffset.UtcNow < due.Values.Max())
        {
            if (!await timers.RoundAsync(default)) await Task.Delay(Look);
        }

        while (await timers.RoundAsync(default))
        {
        }

        var lags = new List<double>();
        foreach (var (id, at) in due) lags.Add((await cases.AskAsync<DateTime>($"select ended from instances where id = '{id}'") - at.UtcDateTime).TotalSeconds);
        return new("timer late by, p99", (decimal)lags.Slow(), "s", Target.NoMoreThan(1), $"p50 {lags.Middle():0.00} s, {Even:N0} timers, the loop sleeps {Look.TotalSeconds} s when nothing is due");
    }

    /// <summary>Each message is published, found and delivered to the case that waits for it.</summary>
    public static async Task<Measurement> TellAsync(BenchCases cases)
    {
        var (ids, postbox) = (Enumerable.Range(0, Told).Select(_ => Guid.CreateVersion7()).ToArray(), new Postbox(cases.Database, TimeProvider.System));
        await EachAsync(Told, n => cases.StartAsync(BenchCases.Waiting, ids[n]));
        // These messages start nothing, so nobody asks what a process needs at its start.
        using var messages = new DeliverMessages(postbox, cases.Instances, cases.Releases, new(cases.Instances), facts: null!, TimeProvider.System, NullLogger<DeliverMessages>.Instance);
        var since = Stopwatch.StartNew();
        await EachAsync(Told, n => postbox.PublishAsync(new($"told {ids[n]}", BenchCases.Message, $"{ids[n]}", Variables.None), DateTimeOffset.UtcNow));
        while (await messages.RoundAsync(default))
        {
        }

        return Rate("messages published and delivered", Told, since.Elapsed, "messages/s", null, "one host, one delivery at a time");
    }

    /// <summary>Fifty people sign the same case at once.</summary>
    public static async Task<Measurement> SignAsync(BenchCases cases)
    {
        const int writers = 50, each = 4;
        var signers = FeelValue.Of(Enumerable.Range(0, writers * each).Select(n => FeelValue.Of(n)));
        var state = await cases.StartAsync(BenchCases.Signed, Guid.CreateVersion7(), ("signers", signers));
        var open = state.Tasks.Keys.ToArray();
        var since = Stopwatch.StartNew();
        await Task.WhenAll(open.Chunk(each).Select(async mine =>
        {
            foreach (var element in mine)
            {
                var turned = await cases.Instances.TakeAsync(state.Instance, new Command.CompleteTask(element, Variables.None), BenchCases.Reviewer);
                if (turned.Refusal is { } refusal) throw new InvalidOperationException(refusal.Message);
            }
        }));
        return Rate("50 writers on one instance", open.Length, since.Elapsed, "commits/s", null, "no error, none tried twice");
    }

    public static Measurement Rate(string name, int count, TimeSpan time, string unit, Target? target, string detail = "") =>
        new(name, Math.Round((decimal)(count / time.TotalSeconds)), unit, target, detail);

    /// <summary>Eight beside each other.</summary>
    public static Task EachAsync(int count, Func<int, Task> work) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, _) => await work(n));

    private static FireTimers Timers(BenchCases cases) => new(cases.Database, cases.Instances, TimeProvider.System, NullLogger<FireTimers>.Instance);
}
