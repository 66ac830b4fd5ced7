using System.Globalization;
using System.Text.Json;

namespace PilotRegistry.Bench.Installation;

/// <summary>What a whole registry takes while nobody asks it for anything.</summary>
public static class MemoryBench
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private const string Method =
        """
        The proportional set size (`Pss` of `/proc/*/smaps_rollup`: memory shared between processes is counted once) of every process
        of an installation, ten seconds after `./registry up` has started and filled it: gateway, services, and PostgreSQL with all
        of its own processes. MB are 2²⁰ bytes.
        """;

    public static async Task<Findings> RunAsync()
    {
        if (!File.Exists("/proc/self/smaps_rollup"))
        {
            throw new PlatformNotSupportedException("Only Linux tells the proportional set size of a process.");
        }

        await Task.Delay(Rest);
        var postgres = Descendants(Installation.Postgres).ToArray();
        var programs = Directory.EnumerateFiles(Installation.Processes, "*.json").Where(f => Path.GetFileName(f) != "up.json").Select(Read)
            .OrderBy(p => p.Name, StringComparer.Ordinal).ToArray();
        var sizes = programs.Select(p => (p.Name, Size: Pss(p.Pid))).Append((Name: $"PostgreSQL ({postgres.Length} processes)", Size: postgres.Sum(Pss))).ToArray();
        return new Findings("Memory of an idle installation", Method,
        [
            new("all processes", sizes.Sum(s => s.Size), "MB", Target.NoMoreThan(1536), "the target is 1.5 GB"),
            .. sizes.Select(s => new Measurement(s.Name, s.Size, "MB")),
        ]);
    }

    private static (string Name, int Pid) Read(string file)
    {
        using var record = JsonDocument.Parse(File.ReadAllText(file));
        return (record.RootElement.GetProperty("name").GetString()!, record.RootElement.GetProperty("pid").GetInt32());
    }

    /// <summary>In MB; of a process that just ended, nothing.</summary>
    private static decimal Pss(int pid)
    {
        try
        {
            var line = File.ReadLines($"/proc/{pid}/smaps_rollup").First(l => l.StartsWith("Pss:", StringComparison.Ordinal));
            return decimal.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static IEnumerable<int> Descendants(int pid) =>
        [pid, .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(n => int.TryParse(n, out _)).Select(n => int.Parse(n!, CultureInfo.InvariantCulture))
            .Where(other => ParentOf(other) == pid).SelectMany(Descendants)];

    private static int ParentOf(int pid)
    {
        try
        {
            // pid (name, which may hold spaces) state parent …
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
