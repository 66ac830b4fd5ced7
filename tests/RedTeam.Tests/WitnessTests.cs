using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using PilotRegistry.Cli.Verification;
using PilotRegistry.Testing;
using PilotRegistry.Witness;

namespace PilotRegistry.RedTeam;

/// <summary>A witness as it runs in earnest, which an auditor asks itself; the log knows nothing of it.</summary>
public sealed class WitnessTests : IAsyncLifetime
{
    private readonly Uri address = new($"http://127.0.0.1:{Ports.Free()}");
    private Registry registry = null!;
    private WebApplicationFactory<WatchedLogs> witness = null!;

    public async Task InitializeAsync()
    {
        registry = await Registry.StartAsync();
        await registry.GrowAsync(200);
        var (key, policy) = (Path.Combine(registry.Home, "witness key"), Path.Combine(registry.Home, "witness policy"));
        WitnessKey.Create("witness.example", key);
        await File.WriteAllTextAsync(policy, registry.Identity.PolicyText);
        witness = new WebApplicationFactory<WatchedLogs>().WithWebHostBuilder(host => host
            .UseSetting("Witness:KeyFile", key).UseSetting("Witness:Policy", policy).UseSetting("Witness:State", Path.Combine(registry.Home, "witnessed")));
        witness.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, address.Port));
        witness.StartServer();
    }

    public async Task DisposeAsync()
    {
        await witness.DisposeAsync();
        await registry.DisposeAsync();
    }

    [Fact]
    public async Task A_log_that_only_grows_is_signed_for_whoever_asks()
    {
        var first = await AskAsync("one");
        Assert.True(first.Ok, first.ToText());
        Assert.Contains(first.Checked, c => c.StartsWith("witness.example is no witness of the policy", StringComparison.Ordinal));
        await registry.GrowAsync(300);
        var later = await AskAsync("two");
        Assert.True(later.Ok, later.ToText());
        Assert.Contains(later.Checked, c => c.EndsWith("it begins with the 200 entries that this witness saw before", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(300, "shown another past of 200 entries")]
    [InlineData(200, "shown another past of 200 entries")]
    [InlineData(150, "has seen 200 entries, here are 150")]
    public async Task Who_pinned_nothing_learns_of_another_past_from_a_witness(int size, string says)
    {
        Assert.True((await AskAsync("one")).Ok);
        await registry.RewriteAsync(Story.Chained(Enumerable.Range(0, size).Select(n => n == 123 ? Story.Honest(n).Accepted() : Story.Honest(n))));
        (await AskAsync("who was never here")).Names(null, "witness.example", says, "(a fork)");
    }

    [Fact]
    public async Task A_witness_of_another_log_is_no_witness()
    {
        await File.WriteAllTextAsync(Path.Combine(registry.Public, "policy"), registry.Identity.PolicyText.Replace(Registry.Origin, "other.example", StringComparison.Ordinal));
        Assert.False((await AskAsync("one")).Ok);
    }

    private async Task<Findings> AskAsync(string reader) =>
        (await Verify.CheckAsync(["witness", registry.Public, address.OriginalString, "--state", Path.Combine(registry.Home, reader)]))!;
}
