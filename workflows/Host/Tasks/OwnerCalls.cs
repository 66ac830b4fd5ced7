using System.Net.Http.Headers;
using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host;

/// <summary>What the owning service said to a decision.</summary>
public abstract record ServiceAnswer
{
    private ServiceAnswer()
    {
    }

    public sealed record Recorded(long? Version) : ServiceAnswer;

    /// <summary>A rule of the service said no, or it did not take the request; nothing was recorded.</summary>
    /// <param name="Errors">What of the decision is wrong, where the person gave it; empty when a rule said no.</param>
    public sealed record Refused(string Code, string Message, IReadOnlyList<FieldError> Errors) : ServiceAnswer;

    /// <summary>Nobody knows what became of it; it is settled later.</summary>
    public sealed record Unknown : ServiceAnswer;
}

/// <summary>Calls the services that own the facts: decisions with the person's own token, questions with this service's.</summary>
public sealed class OwnerCalls(IHttpClientFactory clients, IConfiguration configuration, ServiceToken own)
{
    public const string ClientName = nameof(OwnerCalls);

    /// <summary>Shorter than the time after which a decision is settled.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <param name="key">The service executes the decision once under it, and keeps it as its cause.</param>
    /// <param name="seen">The version of the thing that the person decided on; null for whatever it is.</param>
    /// <param name="bearer">The person's Authorization header.</param>
    /// <param name="language">The person's Accept-Language header: what the service finds wrong is said in it.</param>
    public async Task<ServiceAnswer> DecideAsync(ServiceCommand command, GivenDecision decided, string key, long? seen, string? bearer, string? language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(AddressOf(command.Service), command.PathOf(decided.Thing).TrimStart('/')));
        request.Content = JsonContent.Create(command.Body(decided), options: RegistryJson.Http);
        request.Headers.Authorization = bearer is null ? null : AuthenticationHeaderValue.Parse(bearer);
        request.Headers.TryAddWithoutValidation("If-Match", seen is null ? "*" : $"\"{seen}\"");
        request.Headers.TryAddWithoutValidation(IdempotencyKey.Header, key);
        if (language is not null) request.Headers.TryAddWithoutValidation("Accept-Language", language);
        try
        {
            using var http = clients.CreateClient(ClientName);
            using var answer = await http.SendAsync(request);
            return Read((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException)
        {
            return new ServiceAnswer.Unknown();
        }
    }

    /// <summary>What became of a decision whose answer was never heard; null while the service does not say.</summary>
    public async Task<SettleCommand.Settled?> SettleAsync(string service, Guid command, CancellationToken cancel)
    {
        try
        {
            using var http = clients.CreateClient(ClientName);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(AddressOf(service), $"commands/{command}/settlement"));
            request.Headers.Authorization = new("Bearer", await own.GetAsync(cancel));
            using var answer = await http.SendAsync(request, cancel);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<SettleCommand.Settled>(RegistryJson.Events, cancel) : null;
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>A busy, absent or broken service has said nothing; so has one that executes the same key at this moment.</summary>
    internal static ServiceAnswer Read(int status, string body)
    {
        if (status is >= 200 and < 300) return new ServiceAnswer.Recorded(Member(body, "version") is { ValueKind: JsonValueKind.Number } version ? version.GetInt64() : null);
        var code = Member(body, "code")?.GetString() ?? "refused";
        return status is >= 500 or < 400 or 408 or 425 or 429 || code == "idempotency-key-in-use"
            ? new ServiceAnswer.Unknown()
            : new ServiceAnswer.Refused(code, Member(body, "detail")?.GetString() ?? code, Fields(body));
    }

    /// <summary>What the service found wrong, at the place of the decision where the person gave it: reasons by themselves, all else in its data.</summary>
    private static IReadOnlyList<FieldError> Fields(string body) => Member(body, "errors") is { ValueKind: JsonValueKind.Array } errors
        ? [.. errors.Deserialize<FieldError[]>(RegistryJson.Http)!.Select(each => each.Pointer == "/reasons" ? each : each with { Pointer = "/data" + each.Pointer })]
        : [];

    private static JsonElement? Member(string body, string name)
    {
        try
        {
            return JsonElement.Parse(body) is { ValueKind: JsonValueKind.Object } problem && problem.TryGetProperty(name, out var member) ? member : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Uri AddressOf(string service) => new(configuration.AddressOf(service).TrimEnd('/') + "/");
}
