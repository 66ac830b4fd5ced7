using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.EventStore;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// Fills the envelope of every event of this request: who, in which role, by which command, under which trace. What anybody may do
/// without an account names nobody, whoever happens to be signed in.
/// </summary>
internal static class CallerEnvelope
{
    public static Envelope Of(IServiceProvider services)
    {
        var http = Request(services);
        var route = http.GetEndpoint()?.Metadata;
        var isNamed = http.User.Identity?.IsAuthenticated == true && route?.GetMetadata<IAllowAnonymous>() is null;
        return new(
            isNamed ? http.User.Id().ToString() : null,
            isNamed ? http.User.Role() : "public",
            route?.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? http.Request.Method,
            Activity.Current?.TraceId.ToString(),
            IdempotencyKey.Of(http)?.Id.ToString());
    }

    /// <summary>The key that came with the request, if any: people's machines and workflows send one, and repeat until they are answered.</summary>
    public static CommandKey? KeyOf(IServiceProvider services) => IdempotencyKey.Of(Request(services));

    private static HttpContext Request(IServiceProvider services) => services.GetRequiredService<IHttpContextAccessor>().HttpContext
        ?? throw new InvalidOperationException("Commands run inside a request; background work names its own envelope.");
}
