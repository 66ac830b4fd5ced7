using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Messaging;

/// <summary>Marks routes that only the sidecar may call: no account opens them, its token does.</summary>
public sealed record SidecarOnly;

/// <summary>The header by which a service and its sidecar know each other.</summary>
internal static class DaprToken
{
    public const string Header = "dapr-api-token";

    /// <summary>Lets only the sidecar in: these routes know no accounts.</summary>
    public static TBuilder RequireDaprToken<TBuilder>(this TBuilder routes, Func<DaprOptions, string> token)
        where TBuilder : IEndpointConventionBuilder => routes
        .AllowAnonymous()
        .ExcludeFromDescription()
        .WithMetadata(new SidecarOnly())
        .AddEndpointFilter(async (context, next) =>
        {
            var expected = token(context.HttpContext.RequestServices.GetRequiredService<IOptions<DaprOptions>>().Value);
            return Matches(context.HttpContext.Request.Headers[Header], expected) ? await next(context) : new Refused();
        });

    /// <summary>In constant time, whatever the lengths.</summary>
    private static bool Matches(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Hash(given), Hash(expected));

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private sealed class Refused : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            Problems.WriteAsync(httpContext, StatusCodes.Status401Unauthorized, "sidecar-only", "This address is for the sidecar and asks for its token.");
    }
}
