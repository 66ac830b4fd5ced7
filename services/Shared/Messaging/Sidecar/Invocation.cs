using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace PilotRegistry.Messaging.Sidecar;

/// <summary>Dapr's service invocation: a request to a named application, passed on as it is.</summary>
internal sealed class Invocation(HttpClient http, IHttpContextAccessor accessor, IOptions<SidecarOptions> sidecar, IOptions<DaprOptions> dapr)
{
    /// <summary>Headers that belong to one connection only (RFC 9110 §7.6.1), and the sidecar's own token.</summary>
    private static readonly HashSet<string> NotPassedOn = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Keep-Alive", "Transfer-Encoding", "TE", "Upgrade", "Proxy-Connection", "Content-Length", DaprToken.Header,
    };

    public async Task<IResult> ForwardAsync(string app, string path)
    {
        var context = accessor.HttpContext!;
        if (!sidecar.Value.Subscribers.TryGetValue(app, out var address))
        {
            return Results.NotFound();
        }

        using var request = new HttpRequestMessage(new(context.Request.Method), $"{address.TrimEnd('/')}/{path}{context.Request.QueryString}");
        request.Content = context.Request.ContentLength is null or 0 ? null : new StreamContent(context.Request.Body);
        foreach (var (name, values) in context.Request.Headers.Where(h => !NotPassedOn.Contains(h.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        request.Headers.Add(DaprToken.Header, dapr.Value.AppToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
            await CopyAsync(response, context.Response);
            return Results.Empty;
        }
        catch (HttpRequestException)
        {
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        }
    }

    private static async Task CopyAsync(HttpResponseMessage from, HttpResponse to)
    {
        to.StatusCode = (int)from.StatusCode;
        foreach (var (name, values) in from.Headers.Concat(from.Content.Headers).Where(h => !NotPassedOn.Contains(h.Key)))
        {
            to.Headers[name] = values.ToArray();
        }

        await from.Content.CopyToAsync(to.Body, to.HttpContext.RequestAborted);
    }
}
