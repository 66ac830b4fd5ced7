using Microsoft.AspNetCore.WebUtilities;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host;

/// <summary>Whom a notice is for: Identity knows people and their addresses, this service asks with its own token and keeps none of it.</summary>
public sealed class Addressees(IHttpClientFactory clients, IConfiguration configuration, ServiceToken own)
{
    /// <param name="Email">Null where the person chose none.</param>
    public sealed record Addressee(Guid Id, string DisplayName, string? Email);

    private sealed record All(IReadOnlyList<Addressee> Items);

    /// <exception cref="HttpRequestException">Identity does not answer now.</exception>
    public async Task<Addressee?> FindAsync(Guid person, CancellationToken cancel) =>
        await AskAsync(new() { ["person"] = person.ToString() }, cancel) is [var found] ? found : null;

    /// <exception cref="HttpRequestException">Identity does not answer now.</exception>
    public Task<IReadOnlyList<Addressee>> OfRoleAsync(string role, string? province, Guid? organisation, Guid? park, CancellationToken cancel) => AskAsync(
        new() { ["role"] = role, ["province"] = province, ["organisation"] = organisation?.ToString(), ["park"] = park?.ToString() }, cancel);

    private async Task<IReadOnlyList<Addressee>> AskAsync(Dictionary<string, string?> question, CancellationToken cancel)
    {
        using var http = clients.CreateClient(OwnerCalls.ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(QueryHelpers.AddQueryString($"{configuration.AddressOf("Identity")}/addressees", question)));
        request.Headers.Authorization = new("Bearer", await own.GetAsync(cancel));
        using var answer = await http.SendAsync(request, cancel);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<All>(cancel))!.Items;
    }
}
