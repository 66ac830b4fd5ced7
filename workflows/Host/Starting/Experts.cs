using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host;

/// <summary>Who may be asked for a score: Identity knows the experts, this service asks with its own token.</summary>
public sealed class Experts(IHttpClientFactory clients, IConfiguration configuration, ServiceToken own)
{
    /// <param name="Province">Whose panel; null for the nation's.</param>
    private sealed record Expert(Guid Id, string? Province);

    private sealed record All(IReadOnlyList<Expert> Items);

    /// <summary>The accounts of a province's panel and of the nation's; a province without experts of its own asks the nation's.</summary>
    /// <exception cref="HttpRequestException">Identity does not answer now.</exception>
    public async Task<(IReadOnlyList<Guid> Provincial, IReadOnlyList<Guid> National)> OfAsync(string? province, CancellationToken cancel)
    {
        using var http = clients.CreateClient(OwnerCalls.ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{configuration.AddressOf("Identity")}/experts"));
        request.Headers.Authorization = new("Bearer", await own.GetAsync(cancel));
        using var answer = await http.SendAsync(request, cancel);
        answer.EnsureSuccessStatusCode();
        var known = (await answer.Content.ReadFromJsonAsync<All>(cancel))!.Items;
        var national = known.Where(expert => expert.Province is null).Select(expert => expert.Id).ToList();
        var provincial = known.Where(expert => expert.Province is not null && expert.Province == province).Select(expert => expert.Id).ToList();
        return (provincial.Count > 0 ? provincial : national, national);
    }
}
