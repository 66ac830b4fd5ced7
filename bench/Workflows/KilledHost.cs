using System.Diagnostics;
using System.Globalization;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;
using PilotRegistry.Workflows.Host;
using Command = PilotRegistry.Workflows.Engine.Command;

namespace PilotRegistry.Bench.Workflows;

/// <summary>kill -9 of a host under load, beside another one.</summary>
internal static class KilledHost
{
    private const int Timers = 3_000, Ahead = 20, PerSecond = 200;

    public static async Task<Measurement> RunAsync()
    {
        var host = new ServiceUnderTest<InstanceState>("workflows");
        host.Set("Workflows:ClientSecret", "of-the-host-in-the-bench-and-nowhere-else");
        host.Set("Logging:LogLevel:Default", "None");
        await host.InitializeAsync();
        try
        {
            return await KillAsync(host);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static async Task<Measurement> KillAsync(ServiceUnderTest<InstanceState> host)
    {
        var cases = await BenchCases.OnAsync(host.Database);
        using Process killed = host.StartCopy(new($"http://127.0.0.1:{Ports.Free()}")), other = host.StartCopy(new($"http://127.0.0.1:{Ports.Free()}"));
        var first = DateTimeOffset.UtcNow.AddSeconds(Ahead);
        await Waits.EachAsync(Timers, n => StartAsync(cases.Instances, first.AddSeconds((double)n / PerSecond)));
        var half = first.AddSeconds(Timers / 2.0 / PerSecond);
        await Task.Delay(half > DateTimeOffset.UtcNow ? half - DateTimeOffset.UtcNow : TimeSpan.Zero);
        killed.Kill();
        var when = DateTimeOffset.UtcNow;
        await killed.WaitForExitAsync();
        while ((long)(await host.AsOwnerAsync("select count(*) from instances where status = 'running'"))! > 0) await Task.Delay(200);
        other.Kill();
        if (await host.AsOwnerAsync("select exists (select from instances where version <> 2)") is true) throw new InvalidOperationException("A timer fired twice.");
        var gap = await host.AsOwnerAsync(
            $"""
             select coalesce(extract(epoch from max(gap)), 0)::float8 from (
                select at - lag(at) over (order by at) gap, at from (select at from instances union all select '{when.UtcDateTime:O}'::timestamptz) moments) gaps
             where at > '{when.UtcDateTime:O}'::timestamptz and at <= '{first.AddSeconds((double)Timers / PerSecond).UtcDateTime:O}'::timestamptz
             """);
        return new("kill -9 of a host: until another goes on", (decimal)(double)gap!, "s", Target.NoMoreThan(5), $"{Timers:N0} timers, each fired once");
    }

    private static async Task StartAsync(Instances instances, DateTimeOffset due)
    {
        var (id, wait) = (Guid.CreateVersion7(), Math.Max(1, (int)(due - DateTimeOffset.UtcNow).TotalSeconds));
        var facts = Variables.Of([("wait", FeelValue.Of(string.Create(CultureInfo.InvariantCulture, $"PT{wait}S")))]);
        var turned = await instances.StartAsync(new Command.Start(id, BenchCases.Timed, facts, $"{id}"), null, BenchCases.Reviewer);
        if (turned.Refusal is { } refusal) throw new InvalidOperationException(refusal.Message);
    }
}
