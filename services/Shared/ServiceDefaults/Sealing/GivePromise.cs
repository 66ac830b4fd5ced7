using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PilotRegistry.EventStore;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.ServiceDefaults.Sealing;

/// <summary>Configuration section <c>Promises</c>: in whose name this installation promises. No key has a default.</summary>
public sealed class PromiseSettings
{
    /// <summary>The log that is promised: its address without scheme.</summary>
    [Required]
    public required string Origin { get; init; }

    /// <summary>Base64 of 32 random bytes: an Ed25519 key that signs promises and nothing else.</summary>
    [Required, Base64String]
    public required string Key { get; init; }

    public NoteSigner Signer => NoteSigner.Ed25519(LeafPromise.KeyName(Origin), Convert.FromBase64String(Key));
}

/// <summary>
/// The signed promise that an event will stand in the public log before a deadline: whoever keeps it can prove that an accepted event
/// was dropped. It follows from the leaf, which is kept with the event, and is the same whenever it is asked for.
/// </summary>
public static class GivePromise
{
    /// <summary>In the answer of a command that recorded something: where the promise of its last event lies, from the gateway's root.</summary>
    public const string HeaderName = "Log-Promise";

    private const string Forever = "public, max-age=31536000, immutable";

    public static IServiceCollection AddPromises(this IServiceCollection services)
    {
        services.AddOptions<PromiseSettings>().BindConfiguration("Promises").ValidateDataAnnotations().ValidateOnStart();
        return services;
    }

    public static void MapGivePromise(this IEndpointRouteBuilder routes) => routes.MapGet("/leaves/{eventId:guid}/promise", ReadAsync)
        .AllowAnonymous().WithName("ReadPromise").WithSummary("The signed promise that an event will stand in the public log")
        .Produces<string>(StatusCodes.Status200OK, "text/plain");

    /// <summary>Tells the caller where the promise lies.</summary>
    internal static Action<Guid> Header(IServiceProvider services, string service)
    {
        var response = services.GetRequiredService<IHttpContextAccessor>().HttpContext!.Response;
        return id => response.Headers[HeaderName] = $"/api/{service}/v1/leaves/{id}/promise";
    }

    private static async Task<IResult> ReadAsync(
        Guid eventId, Leaves leaves, IOptions<PromiseSettings> settings, HttpResponse response, CancellationToken cancel)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        if (await leaves.FindAsync(eventId, cancel) is not { } leaf || LeafHead.Read(leaf) is not { Backfilled: false } head)
        {
            // Nobody was promised what is older than the log.
            return Results.NotFound();
        }

        response.Headers.CacheControl = Forever;
        return Results.Text(LeafPromise.Of(settings.Value.Origin, head, Merkle.Leaf(leaf)).SignedBy(settings.Value.Signer).ToString(), "text/plain; charset=utf-8");
    }
}
