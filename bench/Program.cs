using PilotRegistry.Bench;
using PilotRegistry.Bench.EventStore;
using PilotRegistry.Bench.Installation;
using PilotRegistry.Bench.Ledger;
using PilotRegistry.Bench.Matching;
using PilotRegistry.Bench.Methodology;
using PilotRegistry.Bench.Workflows;

// dotnet run -c Release --project bench -- [name…]: measures, prints, writes docs/bench.md; 1 when a target is missed.
Dictionary<string, Func<Task<Findings>>> benches = new(StringComparer.Ordinal)
{
    ["methodology"] = MethodologyBench.RunAsync,
    ["import"] = ImportBench.RunAsync,
    ["matching"] = MatchingBench.RunAsync,
    ["store"] = StoreBench.RunAsync,
    ["ledger"] = LedgerBench.RunAsync,
    ["workflows"] = WorkflowsBench.RunAsync,
    ["memory"] = MemoryBench.RunAsync,
    ["portal"] = PortalBench.RunAsync,
};

var unknown = args.Where(name => !benches.ContainsKey(name)).ToArray();
if (unknown.Length > 0)
{
    await Console.Error.WriteLineAsync($"There is no bench '{unknown[0]}'. Benches: {string.Join(", ", benches.Keys)}.");
    return 2;
}

var missed = 0;
foreach (var (name, run) in benches.Where(b => args.Length == 0 || args.Contains(b.Key)))
{
    var busy = await Machine.BusyAsync();
    var findings = await run();
    Report.Print(name, findings, busy);
    await Report.WriteAsync(name, findings, busy);
    missed += findings.Measurements.Count(m => !m.Met);
}

return missed == 0 ? 0 : 1;
