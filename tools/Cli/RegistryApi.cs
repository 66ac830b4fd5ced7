using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PilotRegistry.Contracts;

namespace PilotRegistry.Cli;

/// <summary>An account of a local run, as <c>.local/demo-accounts.json</c> holds it.</summary>
public sealed record DemoAccount(
    string Persona, string Role, string? Province, Guid? ParkId, string Username, string Password, string ClientId, string ClientSecret);

/// <summary>The registry refused something; the message says what and why.</summary>
public sealed class RegistryException(string message) : Exception(message);

/// <summary>
/// The registry as outsiders see it: its public address and the demo accounts, nothing else. Each persona signs in with
/// its own client credentials.
/// </summary>
public sealed class RegistryApi(Uri address, IReadOnlyList<DemoAccount> accounts) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    private readonly Dictionary<string, (string Token, DateTimeOffset Until)> tokens = [];

    public Uri Address { get; } = address;

    /// <summary>The registry at REGISTRY_URL with the accounts of REGISTRY_ACCOUNTS.</summary>
    public static RegistryApi FromEnvironment()
    {
        var file = Environment.GetEnvironmentVariable("REGISTRY_ACCOUNTS") ?? Path.Combine(".local", "demo-accounts.json");
        if (!File.Exists(file))
        {
            throw new RegistryException($"There is no {file}. The demo accounts exist in local runs only: start one with './registry up'.");
        }

        var accounts = JsonSerializer.Deserialize<List<DemoAccount>>(File.ReadAllText(file), RegistryJson.Events)!;
        return new(new Uri(Environment.GetEnvironmentVariable("REGISTRY_URL") ?? "http://localhost:8080"), accounts);
    }

    public Task<JsonNode> GetAsync(string? persona, string path) => SendAsync(persona, HttpMethod.Get, path, body: null, version: null);

    public Task<JsonNode> PostAsync(string? persona, string path, object body, long? version = null) =>
        SendAsync(persona, HttpMethod.Post, path, body, version);

    public Task<JsonNode> PutAsync(string persona, string path, object body, long version) =>
        SendAsync(persona, HttpMethod.Put, path, body, version);

    /// <summary>Sends a file as it is.</summary>
    public Task<JsonNode> UploadAsync(string persona, string path, byte[] file, long version) => SendAsync(persona, HttpMethod.Post, path, file, version);

    /// <summary>The version a command must name: that of the thing as this persona sees it now.</summary>
    public async Task<long> VersionAsync(string persona, string path) => (long)(await GetAsync(persona, path))["version"]!;

    public void Dispose() => http.Dispose();

    private async Task<JsonNode> SendAsync(string? persona, HttpMethod method, string path, object? body, long? version)
    {
        using var request = new HttpRequestMessage(method, path);
        if (persona is not null)
        {
            request.Headers.Authorization = new("Bearer", await TokenAsync(persona));
        }

        if (version is not null)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        }

        request.Content = body is null ? null : body is byte[] file ? new ByteArrayContent(file) : JsonContent.Create(body, body.GetType(), options: RegistryJson.Http);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new RegistryException($"{method} {path} as {persona ?? "the public"}: {(int)response.StatusCode} {text}");
    }

    private async Task<string> TokenAsync(string persona)
    {
        if (tokens.TryGetValue(persona, out var known) && known.Until > DateTimeOffset.UtcNow)
        {
            return known.Token;
        }

        var account = accounts.SingleOrDefault(a => a.Persona == persona)
            ?? throw new RegistryException($"The accounts file names no persona '{persona}'.");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = account.ClientId,
            ["client_secret"] = account.ClientSecret,
        });
        using var response = await http.PostAsync("/connect/token", form);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        if (!response.IsSuccessStatusCode)
        {
            throw new RegistryException($"Signing in as {persona}: {(int)response.StatusCode} {answer}");
        }

        var token = (string)answer["access_token"]!;
        tokens[persona] = (token, DateTimeOffset.UtcNow.AddSeconds((int)answer["expires_in"]! / 2));
        return token;
    }
}
