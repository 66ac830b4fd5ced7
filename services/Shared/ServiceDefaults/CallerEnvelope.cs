using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.EventStore;

namespace PilotRegistry.ServiceDefaults;

/// <summary>Fills the envelope of every event of this request: who, in which role, by which command, under which trace.</summary>
internal static class CallerEnvelope
{
    public static Envelope Of(IServiceProvider services)
    {
        var http = Request(services);
        var signedIn = http.User.Identity?.IsAuthenticated == true;
        return new(
            signedIn ? http.User.Id().ToString() : null,
            signedIn ? http.User.Role() : "public",
            http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? http.Request.Method,
            Activity.Current?.TraceId.ToString(),
            IdempotencyKey.Of(http)?.Id.ToString());
    }

    /// <summary>The key that came with the request, if any: people's machines and workflows send one, and repeat until they are answered.</summary>
    public static CommandKey? KeyOf(IServiceProvider services) => IdempotencyKey.Of(Request(services));

    private static HttpContext Request(IServiceProvider services) => services.GetRequiredService<IHttpContextAccessor>().HttpContext
        ?? throw new InvalidOperationException("Commands run inside a request; background work names its own envelope.");
}
