using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Testing;

namespace PilotRegistry.Identity.Tests;

/// <summary><c>--rotate-keys</c>: nobody notices. It runs with the machine's clock, so each test has an issuer of its own that starts there.</summary>
public sealed class KeyRotationTests : IAsyncLifetime
{
    private readonly Issuer issuer = new();

    public Task InitializeAsync() => issuer.InitializeAsync();

    public Task DisposeAsync() => issuer.DisposeAsync();

    [Fact]
    public async Task A_new_key_is_shown_before_it_signs_and_the_old_one_until_everything_it_signed_is_gone()
    {
        var before = await issuer.TokensAsync("park");
        var oldKey = KeyOf(before.Text("access_token"));
        Assert.Equal(0, issuer.Run("--rotate-keys"));
        issuer.Clock.Advance(TimeSpan.FromSeconds(31));

        var shown = await PublishedAsync();
        Assert.Contains(oldKey, shown);
        Assert.Equal("200", await (await issuer.MeAsync(before.Text("access_token"))).VerdictAsync());

        // More than the notice, for a machine so busy that the rotation itself took its time.
        issuer.Clock.Advance(Lifetimes.KeyNotice + TimeSpan.FromMinutes(30));
        var after = await (await issuer.RefreshAsync(before.Text("refresh_token"))).BodyAsync();
        Assert.NotEqual(oldKey, KeyOf(after.Text("access_token")));
        Assert.Contains(KeyOf(after.Text("access_token")), shown);
        Assert.Equal("200", await (await issuer.MeAsync(after.Text("access_token"))).VerdictAsync());
        Assert.Contains(oldKey, await PublishedAsync());

        issuer.Clock.Advance(Lifetimes.KeyFarewell + Lifetimes.KeyNotice);
        Assert.DoesNotContain(oldKey, await PublishedAsync());
    }

    [Fact]
    public async Task A_service_that_has_the_keys_already_finds_a_new_one_when_a_token_names_it()
    {
        var keys = issuer.Services.GetRequiredService<IssuerKeys>();
        var current = KeyOf((await issuer.TokensAsync("park")).Text("access_token"));
        Assert.NotNull(await keys.FindAsync(current, CancellationToken.None));
        Assert.Equal(0, issuer.Run("--rotate-keys"));
        issuer.Clock.Advance(TimeSpan.FromSeconds(31));

        var added = Assert.Single(await PublishedAsync(), id => id != current);
        Assert.NotNull(await keys.FindAsync(added, CancellationToken.None));
    }

    [Fact]
    public async Task Made_up_key_ids_do_not_make_services_ask_again_and_again()
    {
        var asked = 0;
        await using var counting = await Stub.StartAsync(routes =>
        {
            routes.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, string>
            {
                ["issuer"] = "http://issuer.test",
                ["jwks_uri"] = "http://issuer.test/keys"
            }));
            routes.MapGet("/keys", () => { asked++; return Results.Text("""{"keys":[]}""", "application/json"); });
        });
        using var http = new HttpClient();
        using var keys = new IssuerKeys(
            http, Options.Create(new TokenIssuer { Issuer = "http://issuer.test", Discovery = counting.Address, Audience = "x" }),
            issuer.Clock, NullLogger<IssuerKeys>.Instance);

        for (var made = 0; made < 20; made++) Assert.Null(await keys.FindAsync($"made-up-{made}", CancellationToken.None));
        Assert.Equal(1, asked);
        issuer.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Null(await keys.FindAsync("made-up", CancellationToken.None));
        Assert.Equal(2, asked);
    }

    private static string KeyOf(string token) => SignedToken.Parse(token, SignedToken.Access)!.KeyId;

    private async Task<IReadOnlyList<string>> PublishedAsync()
    {
        using var http = issuer.Browser();
        return [.. (await (await http.GetAsync("/.well-known/jwks.json")).BodyAsync()).GetProperty("keys").EnumerateArray().Select(key => key.Text("kid"))];
    }
}
