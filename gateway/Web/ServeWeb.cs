using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Gateway;

/// <summary>Whatever no route takes is a page or a file of the web, and otherwise 404.</summary>
public static class ServeWeb
{
    public static void MapServeWeb(this IEndpointRouteBuilder routes)
    {
        // The ledger's addresses are promised; until it exists they must not answer with a page.
        foreach (var path in (string[])["/api/{**rest}", "/bff/{**rest}", "/openapi/{**rest}"])
            routes.Map(path, NotFoundAsync).AllowAnonymous();
        routes.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], HandleAsync).AllowAnonymous().WithOrder(int.MaxValue);
    }

    /// <summary>The public pages' own shell, unfilled.</summary>
    public static async Task ShellAsync(HttpContext http, int status)
    {
        if (http.RequestServices.GetRequiredService<WebFiles>().Find("/") is not { } shell)
        {
            await Problems.WriteAsync(http, status, "service-unavailable", "The register does not answer; try again in a moment.");
            return;
        }

        (http.Response.StatusCode, http.Response.ContentType, http.Response.Headers.CacheControl) = (status, "text/html; charset=utf-8", "no-store");
        await http.Response.Body.WriteAsync(shell.For("").Body, http.RequestAborted);
    }

    private static Task NotFoundAsync(HttpContext http) => Problems.WriteAsync(http, 404, "not-found", "There is no such thing here.");

    private static async Task HandleAsync(HttpContext http, WebFiles files)
    {
        if (files.Find(http.Request.Path) is not { } file)
        {
            await NotFoundAsync(http);
            return;
        }

        var (body, encoding) = file.For(http.Request.Headers.AcceptEncoding.ToString());
        var tag = $"\"{file.Hash}{encoding}\"";
        var headers = http.Response.Headers;
        (headers.ETag, headers.CacheControl, headers.Vary) = (tag, file.CacheControl, "Accept-Encoding");
        if (http.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (encoding is not null) headers.ContentEncoding = encoding;
        http.Response.ContentType = file.Type.StartsWith("text/", StringComparison.Ordinal) ? $"{file.Type}; charset=utf-8" : file.Type;
        http.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
