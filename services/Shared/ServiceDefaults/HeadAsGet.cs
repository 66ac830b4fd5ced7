using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PilotRegistry.ServiceDefaults;

/// <summary>HEAD is answered as GET is, without the body (RFC 9110, 9.3.2): crawlers, link checkers and mirrors ask so.</summary>
internal static class HeadAsGet
{
    /// <summary>Before routing, because routes name GET alone.</summary>
    public static void UseHeadAsGet(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        var body = http.Response.Body;
        (http.Request.Method, http.Response.Body) = (HttpMethods.Get, Stream.Null);
        try
        {
            await next(http);
        }
        finally
        {
            (http.Request.Method, http.Response.Body) = (HttpMethods.Head, body);
        }
    });
}
