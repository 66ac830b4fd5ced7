using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using PilotRegistry.Testing;

namespace PilotRegistry.Identity.Tests;

/// <summary>The issuer, and the steps of signing in as a test writes them.</summary>
public sealed class Issuer : RealIssuer<Program>
{
    public const string Verifier = "a-code-verifier-that-only-the-client-knows-0123456789";

    public static string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>A browser whose user has typed the persona's name and password.</summary>
    public Task<HttpClient> SignedInAsync(string persona) => SignedInAsync(Account(persona).Text("username"), Account(persona).Text("password"));

    public async Task<HttpClient> SignedInAsync(string username, string password)
    {
        var browser = Browser();
        var answer = await browser.PostAsJsonAsync("/sessions", new { username, password });
        answer.EnsureSuccessStatusCode();
        return browser;
    }

    public object Password(string persona) => new
    {
        username = Account(persona).GetProperty("username").GetString(),
        password = Account(persona).GetProperty("password").GetString()
    };

    /// <summary>The authorization request of a well-behaved client, with what the test changes (null leaves a parameter out).</summary>
    public string AuthorizeUrl(params (string Name, string? Value)[] changes)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["client_id"] = CodeClient,
            ["redirect_uri"] = RedirectUri,
            ["response_type"] = "code",
            ["scope"] = "openid offline_access",
            ["state"] = "the-state",
            ["nonce"] = "the-nonce",
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256"
        };
        foreach (var (name, value) in changes) parameters[name] = value;
        return QueryHelpers.AddQueryString("/connect/authorize", parameters.Where(pair => pair.Value is not null));
    }

    /// <summary>What the issuer sent to the client by way of the browser.</summary>
    public static Dictionary<string, string> Sent(HttpResponseMessage redirect) =>
        QueryHelpers.ParseQuery(redirect.Headers.Location!.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    public async Task<string> CodeAsync(string persona, params (string Name, string? Value)[] changes)
    {
        using var browser = await SignedInAsync(persona);
        return Sent(await browser.GetAsync(AuthorizeUrl(changes)))["code"];
    }

    /// <summary>A request to the token endpoint by the code client, with what the test changes.</summary>
    public async Task<HttpResponseMessage> TokenAsync(params (string Name, string? Value)[] parameters)
    {
        using var http = Browser();
        var form = new Dictionary<string, string?> { ["client_id"] = CodeClient, ["client_secret"] = Secret };
        foreach (var (name, value) in parameters) form[name] = value;
        return await http.PostAsync("/connect/token", new FormUrlEncodedContent(form.Where(pair => pair.Value is not null)!));
    }

    public Task<HttpResponseMessage> RedeemAsync(string code, params (string Name, string? Value)[] changes) => TokenAsync(
        [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", RedirectUri), ("code_verifier", Verifier), .. changes]);

    public Task<HttpResponseMessage> RefreshAsync(string token) => TokenAsync(("grant_type", "refresh_token"), ("refresh_token", token));

    /// <summary>All tokens of a fresh sign-in.</summary>
    public async Task<JsonElement> TokensAsync(string persona)
    {
        var answer = await RedeemAsync(await CodeAsync(persona));
        answer.EnsureSuccessStatusCode();
        return await answer.BodyAsync();
    }

    /// <summary>How a service of ours answers to this token.</summary>
    public async Task<HttpResponseMessage> MeAsync(string accessToken)
    {
        using var http = Browser();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return await http.GetAsync("/me");
    }

    /// <summary>Somebody with a token: by the persona's machine client, which is quicker than a password.</summary>
    public Task<HttpClient> AsAsync(string persona) => AsClientAsync(Account(persona).Text("clientId"), Account(persona).Text("clientSecret"));

    /// <summary>A client with its own token.</summary>
    /// <param name="secret">Null for a service of the registry itself.</param>
    public async Task<HttpClient> AsClientAsync(string client, string? secret = null)
    {
        var answer = await TokenAsync(("grant_type", "client_credentials"), ("client_id", client), ("client_secret", secret ?? Secret));
        var http = Browser();
        http.DefaultRequestHeaders.Authorization = new("Bearer", (await answer.BodyAsync()).Text("access_token"));
        return http;
    }
}

/// <summary>One issuer for all tests: each uses its own browsers, and the attempts on one name stay below its limits.</summary>
[CollectionDefinition(nameof(Issuer))]
public sealed class OneIssuer : ICollectionFixture<Issuer>;

public static class Reading
{
    public static string Text(this JsonElement body, string name) => body.GetProperty(name).GetString()!;

    public static async Task<string> ErrorAsync(this HttpResponseMessage answer) => (await answer.BodyAsync()).Text("error");
}
