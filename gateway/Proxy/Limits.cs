using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Gateway;

/// <summary>How much one caller may ask for, and how long an answer may take.</summary>
public static class Limits
{
    /// <summary>For routes where passwords or secrets are tried.</summary>
    private const string SignIn = "sign-in";

    public static void AddLimits(this IServiceCollection services)
    {
        services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = TimeSpan.FromSeconds(30),
            WriteTimeoutResponse = http => Problems.WriteAsync(http, 503, "too-slow", "This took too long; try again in a moment.")
        });
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<GatewaySettings>, BrowserSessions>((options, settings, sessions) =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = RefuseAsync;
            options.GlobalLimiter = NewLimiter(settings.Value, sessions.CookieName);
            options.AddPolicy(SignIn, http => RateLimitPartition.GetSlidingWindowLimiter(Address(http), _ => new()
            {
                PermitLimit = settings.Value.SignInsPerMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6
            }));
        });
    }

    internal static PartitionedRateLimiter<HttpContext> NewLimiter(GatewaySettings settings, string cookieName) => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(http => Bucket(Address(http), settings.RequestsPerSecond)),
        PartitionedRateLimiter.Create<HttpContext, string>(http => http.Request.Cookies[cookieName] is { Length: 43 } id
            ? Bucket(id, settings.RequestsPerSecondOfSession)
            : RateLimitPartition.GetNoLimiter("")));

    private static RateLimitPartition<string> Bucket(string caller, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(caller, _ => new()
    {
        TokenLimit = perSecond * 10,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1)
    });

    private static string Address(HttpContext http) => CallerAddress.Of(http.Connection.RemoteIpAddress);

    private static ValueTask RefuseAsync(OnRejectedContext context, CancellationToken ct)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Ceiling(after.TotalSeconds) : 1;
        context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return new(Problems.WriteAsync(context.HttpContext, 429, "too-many-requests", "Too many requests; wait a moment."));
    }
}
