using System.Net.Http.Headers;
using Microsoft.Net.Http.Headers;
using PilotRegistry.ServiceDefaults;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace PilotRegistry.Gateway;

/// <summary>What every forwarded request loses and gains.</summary>
public static class Forwarding
{
    /// <summary>Only the issuer has business with a cookie, and only with its own.</summary>
    private const string IssuerCluster = "identity";
    private const string IssuerCookie = "registry-issuer";

    /// <summary>Names that callers could use to pass as somebody inside: Dapr's token, and where a request came from.</summary>
    private static readonly IReadOnlyList<string> NotFromOutside =
        ["dapr-api-token", "dapr-app-id", "Forwarded", "X-Real-IP", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", SessionHandler.AntiforgeryHeader];

    public static void Change(TransformBuilderContext route)
    {
        foreach (var header in NotFromOutside) route.AddRequestHeaderRemove(header);
        route.AddXForwarded(ForwardedTransformActions.Set);
        route.AddRequestTransform(context =>
        {
            var own = context.HttpContext.Request.Cookies.Where(cookie => cookie.Key.EndsWith(IssuerCookie, StringComparison.Ordinal));
            context.ProxyRequest.Headers.Remove(HeaderNames.Cookie);
            if (route.Route.ClusterId == IssuerCluster && own.Any())
                context.ProxyRequest.Headers.Add(HeaderNames.Cookie, own.Select(cookie => $"{cookie.Key}={cookie.Value}"));
            if (context.HttpContext.Features.Get<BrowserSession>() is { } session)
                context.ProxyRequest.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session.Tokens.Access);
            return ValueTask.CompletedTask;
        });
        route.AddResponseHeaderRemove(HeaderNames.Server, ResponseCondition.Always);
        if (route.Route.ClusterId != IssuerCluster) route.AddResponseHeaderRemove(HeaderNames.SetCookie, ResponseCondition.Always);
    }

    /// <summary>A service that does not answer is 503 in our own form, whatever went wrong underneath.</summary>
    public static async Task TellWhenUnavailableAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response.HasStarted || http.GetForwarderErrorFeature() is not { } failure) return;
        if (failure.Error is ForwarderError.Request or ForwarderError.RequestTimedOut or ForwarderError.NoAvailableDestinations
            or ForwarderError.ResponseHeaders or ForwarderError.RequestCreation)
        {
            http.Response.Headers.RetryAfter = "5";
            if (http.GetReverseProxyFeature().Route.Config.RouteId.StartsWith("page-", StringComparison.Ordinal))
            {
                // The page's own script says what does not answer, and asks again.
                await ServeWeb.ShellAsync(http, StatusCodes.Status503ServiceUnavailable);
                return;
            }

            await Problems.WriteAsync(http, 503, "service-unavailable", $"The service {http.GetReverseProxyFeature().Route.Config.ClusterId} does not answer; try again in a moment.");
        }
    }
}
