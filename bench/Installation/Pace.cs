using System.Diagnostics;

namespace PilotRegistry.Bench.Installation;

/// <summary>How visitors come: each as soon as it was answered, or all together at an even rate.</summary>
internal static class Pace
{
    /// <summary>Requests before the first that counts: until code is compiled for good.</summary>
    private const int WarmUp = 200;

    /// <summary>Milliseconds of each request.</summary>
    public static async Task<IReadOnlyList<double>> AsFastAsTheyCanAsync(IReadOnlyList<Visitor> visitors, TimeSpan during)
    {
        await EachAsync(visitors, async (visitor, _) =>
        {
            for (var n = 0; n < WarmUp; n++) await visitor.ReadAsync();
            return [];
        });
        var start = Stopwatch.GetTimestamp();
        return await EachAsync(visitors, async (visitor, _) =>
        {
            var times = new List<double>();
            while (Stopwatch.GetElapsedTime(start) < during)
            {
                var asked = Stopwatch.GetTimestamp();
                await visitor.ReadAsync();
                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }

            return times;
        });
    }

    /// <summary>Milliseconds from when a request was due until it was answered: who waits behind a slow one counts its wait too.</summary>
    public static Task<IReadOnlyList<double>> EvenlyAsync(IReadOnlyList<Visitor> visitors, double perSecond, TimeSpan during)
    {
        var (start, apart) = (Stopwatch.GetTimestamp(), TimeSpan.FromSeconds(visitors.Count / perSecond));
        return EachAsync(visitors, async (visitor, place) =>
        {
            var times = new List<double>();
            for (var due = apart * place / visitors.Count; due < during; due += apart)
            {
                // A timer wakes a millisecond late at best; the rest of the wait gives the processor away.
                while (due - Stopwatch.GetElapsedTime(start) is var left && left > TimeSpan.Zero)
                {
                    await (left > TimeSpan.FromMilliseconds(2) ? Task.Delay(left - TimeSpan.FromMilliseconds(2)) : YieldAsync());
                }

                await visitor.ReadAsync();
                times.Add((Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds);
            }

            return times;
        });
    }

    private static async Task YieldAsync() => await Task.Yield();

    private static async Task<IReadOnlyList<double>> EachAsync(IReadOnlyList<Visitor> visitors, Func<Visitor, int, Task<List<double>>> come) =>
        [.. (await Task.WhenAll(visitors.Select((visitor, place) => Task.Run(() => come(visitor, place))))).SelectMany(times => times)];
}
