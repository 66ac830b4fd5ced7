using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.EventStore;

namespace PilotRegistry.ServiceDefaults;

/// <summary>Fills the envelope of every event of this request: who, in which role, by which command, under which trace.</summary>
internal static class CallerEnvelope
{
    /// <summary>A workflow that completes a task sends its command id here; it is kept as the events' cause.</summary>
    private const string CausationHeader = "X-Command-Id";

    public static Envelope Of(IServiceProvider services)
    {
        var http = services.GetRequiredService<IHttpContextAccessor>().HttpContext
            ?? throw new InvalidOperationException("Commands run inside a request; background work names its own envelope.");
        var signedIn = http.User.Identity?.IsAuthenticated == true;
        return new(
            signedIn ? http.User.Id().ToString() : null,
            signedIn ? http.User.Role() : "public",
            http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? http.Request.Method,
            Activity.Current?.TraceId.ToString(),
            http.Request.Headers[CausationHeader].FirstOrDefault());
    }
}
