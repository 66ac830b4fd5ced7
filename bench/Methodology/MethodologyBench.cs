using System.Diagnostics;
using System.Globalization;
using PilotRegistry.Methodology;

namespace PilotRegistry.Bench.Methodology;

/// <summary>How long a year takes to compute, what it allocates, and whether a whole country's history stays within a minute.</summary>
public static class MethodologyBench
{
    private const int Parks = 2543;
    private const int Years = 10;
    private const int Cores = 2;

    /// <summary>Runs before one counts: until the code is compiled for good.</summary>
    private const int WarmUp = 2_000;

    public static Task<Findings> RunAsync()
    {
        var packs = RulePackLoader.LoadInstalled();
        var year = BenchParks.Of(lines: 500, seed: 1);
        for (var n = 0; n < WarmUp; n++) Compute(year, packs);
        var (single, allocated) = (Milliseconds(year, packs), Allocated(year, packs));
        var (small, all) = (Country(Parks / 10, packs), Country(Parks, packs));
        return Task.FromResult(new Findings(
            "Methodology",
            $"""
            A park-year of 500 lines (half fuels; electricity, heat, products, conversions; every alternative answer to the open
            questions tried, derivation and signals included), from ActivityData to Result, no JSON: the median of 200 runs, and
            the bytes one run allocates. Then {Parks:N0} parks × {Years} years × 100 lines on {Cores} cores, each park with its own
            numbers; a tenth of the parks is measured beside it to see that the time grows with the number.
            """,
            [
                new("one park-year of 500 lines", (decimal)single, "ms", Target.NoMoreThan(2)),
                new("allocated for it", (decimal)allocated / 1_000_000, "MB", Target.NoMoreThan(1)),
                new("all parks and years", (decimal)all.TotalSeconds, "s", Target.NoMoreThan(60), Rate(all)),
                new("growth from a tenth to all, per park", (decimal)(all / (small * 10)), "×", Target.NoMoreThan(1.3m))
            ]));
    }

    private static double Milliseconds(ActivityData year, RulePacks packs)
    {
        var runs = new List<double>();
        for (var n = 0; n < 200; n++)
        {
            var start = Stopwatch.GetTimestamp();
            Compute(year, packs);
            runs.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return runs.Order().ElementAt(runs.Count / 2);
    }

    private static long Allocated(ActivityData year, RulePacks packs)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Compute(year, packs);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static TimeSpan Country(int parks, RulePacks packs)
    {
        var start = Stopwatch.GetTimestamp();
        Parallel.For(0, parks, new ParallelOptions { MaxDegreeOfParallelism = Cores }, park =>
        {
            for (var year = 0; year < Years; year++) Compute(BenchParks.Of(lines: 100, seed: park * Years + year, 2020 + year), packs);
        });
        return Stopwatch.GetElapsedTime(start);
    }

    private static string Rate(TimeSpan all) =>
        string.Create(CultureInfo.InvariantCulture, $"{Parks * Years / all.TotalSeconds:N0} park-years of 100 lines/s");

    private static void Compute(ActivityData year, RulePacks packs)
    {
        if (!Calculation.Run(year, packs).Succeeded) throw new InvalidOperationException("The bench's own park was refused.");
    }
}
