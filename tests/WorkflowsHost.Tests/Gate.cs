using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PilotRegistry.Testing;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// The way from the host to an owning service: it lets everything through, but stops a decision before the service hears of it or after
/// it answered, so that a test may kill one of them just then.
/// </summary>
public sealed class Gate : IAsyncDisposable
{
    private readonly HttpClient ahead = new();
    private Stub? stub;

    /// <summary>Where the owning service is just now.</summary>
    public Uri? Behind { get; set; }

    public Stop? Before { get; set; }

    public Stop? After { get; set; }

    public string Address => stub!.Address;

    public static async Task<Gate> OpenAsync()
    {
        var gate = new Gate();
        gate.stub = await Stub.StartAsync(routes => routes.MapFallback(gate.PassAsync));
        return gate;
    }

    public async ValueTask DisposeAsync()
    {
        ahead.Dispose();
        await stub!.DisposeAsync();
    }

    private async Task PassAsync(HttpContext http)
    {
        using var request = new HttpRequestMessage(new(http.Request.Method), new Uri(Behind!, http.Request.Path)) { Content = new StreamContent(http.Request.Body) };
        foreach (var (name, value) in http.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, [.. value])) request.Content.Headers.TryAddWithoutValidation(name, [.. value]);
        }

        var isDecision = !http.Request.Path.StartsWithSegments("/commands");
        await Stop.AtAsync(isDecision ? Before : null, http);
        if (http.RequestAborted.IsCancellationRequested) return;
        try
        {
            using var answer = await ahead.SendAsync(request);
            await Stop.AtAsync(isDecision ? After : null, http);
            http.Response.StatusCode = (int)answer.StatusCode;
            http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await http.Response.WriteAsync(await answer.Content.ReadAsStringAsync());
        }
        catch (HttpRequestException)
        {
            http.Response.StatusCode = StatusCodes.Status502BadGateway;
        }
    }
}

/// <summary>A place on the way where a decision waits for the test.</summary>
public sealed class Stop
{
    private readonly TaskCompletionSource reached = new(), open = new();

    public Task ReachedAsync() => reached.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public void Open() => open.TrySetResult();

    public static async Task AtAsync(Stop? stop, HttpContext http)
    {
        if (stop is null) return;
        stop.reached.TrySetResult();
        await Task.WhenAny(stop.open.Task, Task.Delay(Timeout.Infinite, http.RequestAborted));
    }
}
