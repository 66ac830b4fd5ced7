using System.Globalization;
using System.Runtime.InteropServices;

namespace PilotRegistry.Bench;

/// <summary>What a reader must know of the machine to read absolute numbers; never its name.</summary>
public static class Machine
{
    public static string Description { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.OSDescription.Split('#')[0].Trim()}, .NET {Environment.Version}");

    /// <summary>
    /// What else the machine does, as a sentence; empty when it is idle or does not say. Ask before measuring. On a busy machine
    /// even ratios wander, since each side waits for its turn. Looks for up to twenty seconds: a registry that was started a
    /// moment ago comes to rest in that time.
    /// </summary>
    public static async Task<string> BusyAsync()
    {
        if (!File.Exists("/proc/stat"))
        {
            return "";
        }

        var share = 1.0;
        for (var look = 0; look < 10 && share > 0.1; look++)
        {
            share = await ShareAsync(TimeSpan.FromSeconds(2));
        }

        return share <= 0.1
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"The machine was busy with other work ({share:P0} of its processors before the run): measure again on an idle one before believing these numbers.");
    }

    /// <summary>How much of the processors' time was spent working while we looked, 0–1.</summary>
    private static async Task<double> ShareAsync(TimeSpan look)
    {
        var (busyBefore, allBefore) = Ticks();
        await Task.Delay(look);
        var (busy, all) = Ticks();
        return (double)(busy - busyBefore) / (all - allBefore);
    }

    /// <summary>Time of all processors since the machine started: spent working, and in all.</summary>
    private static (long Busy, long All) Ticks()
    {
        // cpu user nice system idle iowait irq softirq steal …
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8)
            .Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return (ticks.Sum() - ticks[3] - ticks[4], ticks.Sum());
    }

    private static string Processor() =>
        !File.Exists("/proc/cpuinfo")
            ? RuntimeInformation.ProcessArchitecture.ToString()
            : File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
                ?? RuntimeInformation.ProcessArchitecture.ToString();
}
