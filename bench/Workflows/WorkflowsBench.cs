using System.Diagnostics;
using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Bench.Workflows;

/// <summary>The host of the processes beside raw Npgsql that writes the same rows, and with a million finished cases behind it.</summary>
internal static class WorkflowsBench
{
    private const int Clients = 8, Completions = 5_000, Few = 1_000, Looks = 1_000, Rounds = 4;

    private const string Method =
        """
        One host's parts in this process, eight clients, one PostgreSQL server with `fsync` on. A case has five user tasks; each command
        writes the case's event with its leaf for the public log, its snapshot, and the rows of its tasks, in one transaction.

        - **Ours ÷ floor**: turns of 50 ms that alternate, median of 51. The floor is Npgsql that writes the same rows for each command
          (bodies, leaves and snapshots copied from a case that the host played) in one round trip, statements prepared by hand, no lock,
          no rule, no JSON. Ours locks and reads the snapshot first, decides, and writes: two round trips.
        - **Completions**: every case has an open task; time of a command as its caller sees it.
        - **Flat**: the median completion of one client with a thousand finished cases in the tables, and again with all of them there.
        - **Late**: a timer's own moment until the commit that fired it, while timers fall due evenly and a million others are pending.
        - **Kept**: what all tables and indexes grew by, events and leaves included, over four thousand cases with the server's cleaning in between.
        - **Killed**: two hosts fire timers that fall due evenly; kill -9 of one. The longest time in which nothing was fired afterwards;
          the bench fails when a timer fired twice or never.
        """;

    public static async Task<Findings> RunAsync()
    {
        List<Measurement> measured;
        await using (var cases = await BenchCases.CreateAsync())
        {
            var like = await RawCases.LikeAsync(cases);
            await Waits.EachAsync(Few, _ => cases.PlayAsync());
            await cases.AskAsync<object>("analyze; select 1");
            measured = [await ContestAsync("completions", cases, like, Target.NoLessThan(0.5m), whole: false), await ContestAsync("cases from start to end", cases, like, Target.NoLessThan(0.4m), whole: true)];
            measured.Add(await PlayAsync(cases));
            measured.AddRange(await CompleteAsync(cases));
            measured.Add(await Waits.TellAsync(cases));
            measured.Add(await Waits.SignAsync(cases));
        }

        await using (var cases = await BenchCases.CreateAsync())
        {
            measured.AddRange(await GrowAsync(cases));
            await Seeding.TimersAsync(cases);
            measured.Add(await Waits.FireAsync(cases));
            measured.Add(await Waits.LagAsync(cases));
        }

        measured.Add(await KilledHost.RunAsync());
        return new("Workflows", Method, measured);
    }

    private static async Task<Measurement> ContestAsync(string name, BenchCases cases, IReadOnlyList<RawCases.Step> like, Target target, bool whole)
    {
        await using var floor = EventDatabase.Connect(cases.Server.Serving, "workflows");
        var raw = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => RawCases.OpenAsync(floor, like)));
        return await Contest.RunAsync(
            $"{name}, {Clients} clients", whole ? "cases" : "commands", [.. raw.Select<RawCases, Func<Task>>(_ => whole ? cases.PlayAsync : new Player(cases).TakeAsync)],
            [.. raw.Select<RawCases, Func<Task>>(each => whole ? each.WriteCaseAsync : each.WriteAsync)], target);
    }

    private static async Task<Measurement> PlayAsync(BenchCases cases)
    {
        const int count = 1_500;
        var since = Stopwatch.StartNew();
        await Waits.EachAsync(count, _ => cases.PlayAsync());
        return Waits.Rate("cases of five tasks, start to end", count, since.Elapsed, "cases/s", Target.NoLessThan(500), $"{Clients} clients");
    }

    private static async Task<IReadOnlyList<Measurement>> CompleteAsync(BenchCases cases)
    {
        var (open, times) = (new ProcessState[Completions], new double[Completions]);
        await Waits.EachAsync(Completions, async n => open[n] = await cases.StartAsync(BenchCases.Five, Guid.CreateVersion7()));
        var since = Stopwatch.StartNew();
        await Waits.EachAsync(Completions, async n => times[n] = await TimeAsync(() => cases.CompleteAsync(open[n])));
        return
        [
            Waits.Rate("completions", Completions, since.Elapsed, "completions/s", Target.NoLessThan(2500), $"{Clients} clients"),
            new("a completion, p99", (decimal)times.Slow(), "ms", Target.NoMoreThan(15), $"p50 {times.Middle():0.0} ms, {Clients} clients"),
        ];
    }

    /// <summary>What a command costs with few and with many finished cases behind it, and what a case keeps.</summary>
    private static async Task<IReadOnlyList<Measurement>> GrowAsync(BenchCases cases)
    {
        const string size = "select sum(pg_total_relation_size(c.oid))::bigint from pg_class c join pg_namespace s on s.oid = c.relnamespace where s.nspname = 'workflows' and c.relkind = 'r'";
        var like = await cases.StartAsync(BenchCases.Five, Guid.CreateVersion7());
        for (var task = 0; task < BenchCases.Tasks; task++) like = await cases.CompleteAsync(like);
        await PlayAndCleanAsync(cases);
        var before = await cases.AskAsync<long>(size);
        for (var round = 0; round < Rounds; round++) await PlayAndCleanAsync(cases);
        var bytes = (await cases.AskAsync<long>(size) - before) / (double)(Rounds * Few);
        var largest = await cases.AskAsync<string>(
            $"""
             select string_agg(round(size / {(Rounds + 1) * Few + 1} / 1024.0, 1) || ' ' || relname, ', ') from (
                select c.relname, pg_total_relation_size(c.oid) size from pg_class c join pg_namespace s on s.oid = c.relnamespace
                where s.nspname = 'workflows' and c.relkind = 'r' order by 2 desc limit 5) largest
             """);
        var few = await MedianAsync(cases);
        await Seeding.FinishedAsync(cases, like.Instance);
        var many = await MedianAsync(cases);
        return
        [
            new($"a completion with {Seeding.Cases:N0} finished cases, to {Few:N0}", (decimal)(many / few), "×", Target.NoMoreThan(1.25m), $"{few:0.00} ms, then {many:0.00}"),
            new("kept for a finished case", (decimal)(bytes / 1024), "KB", Target.NoMoreThan(6), $"five tasks; in KB {largest}"),
        ];
    }

    /// <summary>What the server does by itself from time to time: the place of older row versions is used again.</summary>
    private static async Task PlayAndCleanAsync(BenchCases cases)
    {
        await Waits.EachAsync(Few, _ => cases.PlayAsync());
        await cases.AskAsync<object>("vacuum analyze");
    }

    private static async Task<double> MedianAsync(BenchCases cases)
    {
        var (state, times) = (await cases.StartAsync(BenchCases.Five, Guid.CreateVersion7()), new List<double>());
        for (var n = 0; n < Looks; n++)
        {
            times.Add(await TimeAsync(async () => state = await cases.CompleteAsync(state)));
            if (state.Tasks.IsEmpty) state = await cases.StartAsync(BenchCases.Five, Guid.CreateVersion7());
        }

        return times[(Looks / 5)..].Middle();
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var since = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    /// <summary>One client that gives the commands of a case, then those of the next.</summary>
    private sealed class Player(BenchCases cases)
    {
        private ProcessState? state;

        public async Task TakeAsync() =>
            state = state is null || state.Tasks.IsEmpty ? await cases.StartAsync(BenchCases.Five, Guid.CreateVersion7()) : await cases.CompleteAsync(state);
    }
}
