using System.Diagnostics;
using System.Globalization;
using PilotRegistry.Methodology;
using PilotRegistry.Workbook;

namespace PilotRegistry.Bench.Methodology;

/// <summary>How long it takes to look at a filled-in workbook of as many rows as are taken, and how much memory that needs.</summary>
public static class ImportBench
{
    private const int Rows = 20_000;
    private const int Runs = 7;

    public static async Task<Findings> RunAsync()
    {
        var packs = RulePackLoader.LoadInstalled();
        var file = Filled(packs);
        var first = await MeasuredAsync(file, packs);
        var runs = new List<(double Seconds, double Megabytes)>();
        for (var n = 0; n < Runs; n++) runs.Add(await MeasuredAsync(file, packs));
        return new(
            "Import of a workbook",
            $"""
            The Excel template with {Rows:N0} rows filled in (products, each with quantity, quality and note; {file.Length / 1_000_000m:N1} MB), from its
            bytes to the preview: every cell read and checked, every row placed in ActivityData, the result computed. The median of {Runs}
            runs after one that meets cold code, which is shown beside it; the memory is the most that the process grew by while it worked,
            looked at every 5 ms.
            """,
            [
                new("time", (decimal)runs.Select(r => r.Seconds).Order().ElementAt(Runs / 2), "s", Target.NoMoreThan(5), Detail("first run {0:N2} s", first.Seconds)),
                new("memory", (decimal)runs.Select(r => r.Megabytes).Append(first.Megabytes).Max(), "MB", Target.NoMoreThan(200), Detail("first run {0:N0} MB", first.Megabytes)),
            ]);
    }

    private static async Task<(double Seconds, double Megabytes)> MeasuredAsync(byte[] file, RulePacks packs)
    {
        // What the run before needed is given back first.
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        var before = Environment.WorkingSet;
        using var ended = new CancellationTokenSource();
        var watching = Task.Run(() => MostAsync(ended.Token));
        var start = Stopwatch.GetTimestamp();
        Import(file, packs);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await ended.CancelAsync();
        return (seconds, Math.Max(0, await watching - before) / 1e6);
    }

    private static async Task<long> MostAsync(CancellationToken ended)
    {
        var most = Environment.WorkingSet;
        while (!ended.IsCancellationRequested)
        {
            await Task.Delay(5, CancellationToken.None);
            most = Math.Max(most, Environment.WorkingSet);
        }

        return most;
    }

    private static void Import(byte[] file, RulePacks packs)
    {
        using var bytes = new MemoryStream(file);
        var reading = YearWorkbook.Read(bytes, packs);
        if (reading.Problems.Count > 0 || reading.Data!.Products.Count != Rows || !Calculation.Run(reading.Data, packs).Succeeded)
            throw new InvalidOperationException("The bench's own workbook was refused.");
    }

    private static byte[] Filled(RulePacks packs)
    {
        string[] products = ["CLK_PORTLAND", "LIME_PROV11", "AL_NCSC", "STEEL_LIMESTONE", "CARB_Na2CO3"];
        var year = new ActivityData
        {
            Year = 2025,
            Products =
            [
                .. Enumerable.Range(0, Rows).Select(n => new ProductLine
                {
                    Product = products[n % products.Length], Quantity = 1 + (n * 7919m % 1_000_003 / 100), Quality = DataQuality.Measured, Note = string.Create(CultureInfo.InvariantCulture, $"批次 {n}"),
                })
            ],
        };
        using var file = new MemoryStream();
        YearWorkbook.Write(file, new YearTemplate(Guid.Empty, "示例园区", year, LastYear: null), packs.NewestNational(year.Year)!);
        return file.ToArray();
    }

    private static string Detail(string form, double value) => string.Format(CultureInfo.InvariantCulture, form, value);
}
