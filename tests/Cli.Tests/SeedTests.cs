using Microsoft.AspNetCore.Builder;
using PilotRegistry.Testing;

namespace PilotRegistry.Cli;

/// <summary><c>./registry seed</c> against a registry whose public pages fill up slowly, as after a first start.</summary>
public sealed class SeedTests
{
    private static readonly DemoAccount[] Accounts =
    [
        .. new[] { "national", "verifier-lead" }.Select(name => new DemoAccount(name, name, null, null, name, "", name, "")),
    ];

    [Fact]
    public async Task Seeding_ends_when_every_park_is_public()
    {
        var shown = new Queue<int>([0, 17, 17, 52]);
        await using var registry = await RegistryAsync(shown.Dequeue);
        using var api = new RegistryApi(new(registry.Address), Accounts);

        await Seed.RunAsync(api, TimeSpan.FromMinutes(1));

        Assert.Empty(shown);
    }

    [Fact]
    public async Task More_parks_than_the_list_has_are_enough()
    {
        await using var registry = await RegistryAsync(() => 53);
        using var api = new RegistryApi(new(registry.Address), Accounts);

        await Seed.RunAsync(api, TimeSpan.Zero);
    }

    [Fact]
    public async Task Parks_that_never_become_public_are_said_to_be_missing()
    {
        await using var registry = await RegistryAsync(() => 17);
        using var api = new RegistryApi(new(registry.Address), Accounts);

        var missing = await Assert.ThrowsAsync<RegistryException>(() => Seed.RunAsync(api, TimeSpan.Zero));

        Assert.Contains("17 of 52 parks", missing.Message, StringComparison.Ordinal);
    }

    private static Task<Stub> RegistryAsync(Func<int> total) => Stub.StartAsync(routes =>
    {
        routes.MapPost("/connect/token", () => Stub.Json(new Dictionary<string, object> { ["access_token"] = "a", ["expires_in"] = 300 }));
        routes.MapPost("/api/registration/v1/lists/published", () => Stub.Json(new { }));
        routes.MapGet("/api/identity/v1/me", () => Stub.Json(new { organisation = new { id = Guid.Empty, name = "演示核查机构" } }));
        routes.MapPost("/api/verification/v1/bodies", () => Stub.Json(new { }));
        routes.MapGet("/api/public/v1/parks", () => Stub.Json(new { total = total() }));
    });
}
