using System.Diagnostics;
using System.Globalization;

namespace PilotRegistry.Bench;

/// <summary>
/// Runs two ways of doing the same in short turns, one after the other, so that whatever else the machine does meets both.
/// The value is the median over the turns of ours ÷ floor.
/// </summary>
public static class Contest
{
    private const int Turns = 51;

    /// <summary>Operations of each side before it counts: until code is compiled for good and statements are prepared.</summary>
    private const int WarmUp = 20_000;

    /// <summary>Slow operations do more each; they are warm before so many are done.</summary>
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(50);

    /// <param name="ours">One operation per session, to be repeated.</param>
    /// <param name="floor">The same by the shortest way there is.</param>
    public static async Task<Measurement> RunAsync(
        string name, string unit, IReadOnlyList<Func<Task>> ours, IReadOnlyList<Func<Task>> floor, Target? target)
    {
        await WarmAsync(ours);
        await WarmAsync(floor);
        var turns = new List<(double Ours, double Floor)>();
        for (var n = 0; n < Turns; n++)
        {
            // Who comes first alternates.
            var first = await RateAsync(n % 2 == 0 ? ours : floor);
            var second = await RateAsync(n % 2 == 0 ? floor : ours);
            turns.Add(n % 2 == 0 ? (first, second) : (second, first));
        }

        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{Median(turns.Select(t => t.Ours)):N0} {unit}/s, floor {Median(turns.Select(t => t.Floor)):N0}");
        return new Measurement(name, (decimal)Math.Round(Median(turns.Select(t => t.Ours / t.Floor)), 3), "× floor", target, detail);
    }

    private static async Task WarmAsync(IReadOnlyList<Func<Task>> sessions)
    {
        var (start, done) = (Stopwatch.GetTimestamp(), 0.0);
        while (done < WarmUp && Stopwatch.GetElapsedTime(start) < LongestWarmUp)
        {
            done += await RateAsync(sessions) * Turn.TotalSeconds;
        }
    }

    /// <summary>Operations per second of all sessions together.</summary>
    private static async Task<double> RateAsync(IReadOnlyList<Func<Task>> sessions)
    {
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(sessions.Select(step => Task.Run(async () =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(start) < Turn; count++)
            {
                await step();
            }

            return count;
        })));
        return counts.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Turns / 2);
}
