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
    /// even ratios wander, since each side waits for its turn.
    /// </summary>
    public static string Busy()
    {
        var waiting = File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : 0;
        return waiting <= Environment.ProcessorCount / 2.0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"The machine was busy with other work (load {waiting:0.0} before the run): measure again on an idle one before believing these numbers.");
    }

    private static string Processor() =>
        !File.Exists("/proc/cpuinfo")
            ? RuntimeInformation.ProcessArchitecture.ToString()
            : File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
                ?? RuntimeInformation.ProcessArchitecture.ToString();
}
