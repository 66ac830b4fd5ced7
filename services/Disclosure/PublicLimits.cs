using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure;

/// <summary>How much one address may ask of what costs us work; section <c>Disclosure</c>. Reading is the gateway's to limit.</summary>
public sealed class PublicLimits
{
    public const string Calculations = "calculations";
    public const string Disputes = "disputes";
    public const string Follows = "follows";
    public const string Subscriptions = "subscriptions";

    [Range(1, 100_000)]
    public int CalculationsPerMinute { get; init; } = 60;

    [Range(1, 100_000)]
    public int DisputesPerHour { get; init; } = 10;

    /// <summary>Each may write a mail to somebody.</summary>
    [Range(1, 100_000)]
    public int SubscriptionsPerHour { get; init; } = 10;

    /// <summary>Comings back with a key: a key cannot be guessed, and whoever tries is slowed down.</summary>
    [Range(1, 100_000)]
    public int FollowsPerMinute { get; init; } = 20;
}

internal static class PublicLimiting
{
    public static IServiceCollection AddPublicLimits(this IServiceCollection services)
    {
        services.AddOptions<PublicLimits>().BindConfiguration("Disclosure").ValidateDataAnnotations().ValidateOnStart();
        return services.AddRateLimiter(limiter =>
        {
            limiter.OnRejected = (context, _) => RefuseAsync(context.HttpContext, context.Lease);
            limiter.AddPolicy(PublicLimits.Calculations, http => Window(http, l => l.CalculationsPerMinute, TimeSpan.FromMinutes(1)));
            limiter.AddPolicy(PublicLimits.Disputes, http => Window(http, l => l.DisputesPerHour, TimeSpan.FromHours(1)));
            limiter.AddPolicy(PublicLimits.Subscriptions, http => Window(http, l => l.SubscriptionsPerHour, TimeSpan.FromHours(1)));
            limiter.AddPolicy(PublicLimits.Follows, http => Window(http, l => l.FollowsPerMinute, TimeSpan.FromMinutes(1)));
        });
    }

    private static RateLimitPartition<string> Window(HttpContext http, Func<PublicLimits, int> most, TimeSpan window) =>
        RateLimitPartition.GetSlidingWindowLimiter(Address(http), _ => new()
        {
            PermitLimit = most(http.RequestServices.GetRequiredService<IOptions<PublicLimits>>().Value),
            Window = window,
            SegmentsPerWindow = 6,
        });

    /// <summary>
    /// The address that the gateway saw: it is the only way in, and writes this header itself. The last entry is its own,
    /// whatever the caller put before it.
    /// </summary>
    private static string Address(HttpContext http) => CallerAddress.Of(
        IPAddress.TryParse(((string?)http.Request.Headers["X-Forwarded-For"])?.Split(',', StringSplitOptions.TrimEntries).Last(), out var seen) ? seen : http.Connection.RemoteIpAddress);

    private static async ValueTask RefuseAsync(HttpContext http, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await Problems.WriteAsync(http, StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests; wait a moment.");
    }
}
