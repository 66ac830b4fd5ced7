using Npgsql;

namespace PilotRegistry.Gateway;

/// <summary>200 only when every service and the database answer.</summary>
public sealed class ShowHealth(ClusterAddresses clusters, NpgsqlDataSource database, IHttpClientFactory clients, TimeProvider clock)
{
    /// <summary>Anybody may ask; the services are asked at most this often.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private (DateTimeOffset At, Task<IReadOnlyDictionary<string, bool>> Found)? last;

    public sealed record Health(bool Healthy, IReadOnlyDictionary<string, bool> Parts);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/healthz", async (ShowHealth health, HttpResponse response) => await health.HandleAsync(response))
        .AllowAnonymous();

    private async Task<IResult> HandleAsync(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        var now = clock.GetUtcNow();
        if (last is not { } seen || now - seen.At >= Fresh || now < seen.At) last = seen = (now, AskAllAsync());
        var parts = await seen.Found;
        var healthy = parts.Values.All(one => one);
        return Results.Json(new Health(healthy, parts), statusCode: healthy ? 200 : 503);
    }

    private async Task<IReadOnlyDictionary<string, bool>> AskAllAsync()
    {
        var asked = clusters.All.Select(one => (one.Name, Answer: AskAsync(one.Address))).Append((Name: "database", Answer: AskDatabaseAsync())).ToList();
        await Task.WhenAll(asked.Select(one => one.Answer));
        return asked.ToDictionary(one => one.Name, one => one.Answer.Result);
    }

    private async Task<bool> AskAsync(string address)
    {
        using var http = clients.CreateClient(nameof(ShowHealth));
        try
        {
            using var answer = await http.GetAsync($"{address}/healthz");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> AskDatabaseAsync()
    {
        try
        {
            await using var command = database.CreateCommand("select 1");
            command.CommandTimeout = 3;
            await command.ExecuteScalarAsync();
            return true;
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException)
        {
            return false;
        }
    }
}
