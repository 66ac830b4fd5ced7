using PilotRegistry.Cli.Verification;

namespace PilotRegistry.Cli;

/// <summary>The demo's last step is anybody's: with public files alone, whether the log holds the park's whole history and the timeline hides nothing of it.</summary>
internal static class DemoCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2), Pause = TimeSpan.FromMilliseconds(250);

    /// <exception cref="RegistryException">The events did not reach the public log in time.</exception>
    public static async Task<Findings> RunAsync(RegistryApi api, Guid park)
    {
        await AwaitLogAsync(api, park);
        var memory = Directory.CreateTempSubdirectory("registry-demo");
        try
        {
            // A visitor's first visit: what somebody here saw of another installation is not mixed in.
            return (await Verify.CheckAsync(["park", api.Address.ToString(), park.ToString(), "--state", Path.Combine(memory.FullName, "seen.json")]))!;
        }
        finally
        {
            memory.Delete(recursive: true);
        }
    }

    private static async Task AwaitLogAsync(RegistryApi api, Guid park)
    {
        var said = -1;
        for (var until = DateTimeOffset.UtcNow + Patience; DateTimeOffset.UtcNow < until; await Task.Delay(Pause))
        {
            var items = (await api.GetAsync(null, $"/api/public/v1/parks/{park}/timeline"))["items"]!.AsArray();
            var logged = items.Count(i => i!["logIndex"] is not null);
            if (logged != said)
            {
                Console.WriteLine($"{"public",-14} {$"finds {logged} of {items.Count} events in the public log",-48} {new Uri(api.Address, "/checkpoint")}");
                said = logged;
            }

            if (logged == items.Count)
            {
                return;
            }
        }

        throw new RegistryException($"The park's events were not in the public log within {Patience.TotalMinutes} minutes.");
    }
}
