using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// HEAD is answered as GET is, without the body (RFC 9110, 9.3.2): crawlers, link checkers and mirrors ask so. A startup filter, because
/// it has to come before routing, whose routes name GET alone.
/// </summary>
internal sealed class HeadAsGet : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(AnswerAsync);
        next(app);
    };

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
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
    }
}
