using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Gateway;

/// <summary>Files of the web, the desk and the way in.</summary>
public static class ServeWeb
{
    public static void MapServeWeb(this IEndpointRouteBuilder routes)
    {
        // The ledger's addresses are promised; until it exists they must not answer with a page.
        foreach (var path in (string[])["/api/{**rest}", "/bff/{**rest}", "/openapi/{**rest}"])
            routes.Map(path, NotFoundAsync).AllowAnonymous();
        // Before the route of all other pages, which Disclosure answers, with 404 where there is none.
        routes.MapMethods($"/{{**path:{IsOurs.Name}}}", [HttpMethods.Get, HttpMethods.Head], HandleAsync).AllowAnonymous().WithOrder(999);
    }

    /// <summary>The public pages' own shell, unfilled.</summary>
    public static async Task ShellAsync(HttpContext http, int status)
    {
        if (http.RequestServices.GetRequiredService<WebFiles>().Shell is not { } shell)
        {
            await Problems.WriteAsync(http, status, "service-unavailable", "The register does not answer; try again in a moment.");
            return;
        }

        (http.Response.StatusCode, http.Response.ContentType, http.Response.Headers.CacheControl) = (status, "text/html; charset=utf-8", "no-store");
        await http.Response.Body.WriteAsync(shell.For("").Body, http.RequestAborted);
    }

    /// <summary>Whether an address is one of the built files or drawn by one of them.</summary>
    public sealed class IsOurs : IRouteConstraint
    {
        public const string Name = "ofTheWeb";

        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            httpContext is not null && (httpContext.Request.Path.StartsWithSegments("/assets")
                || httpContext.RequestServices.GetRequiredService<WebFiles>().Find(httpContext.Request.Path) is not null);
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
