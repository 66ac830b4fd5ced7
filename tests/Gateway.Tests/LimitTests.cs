using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace PilotRegistry.Gateway.Tests;

/// <summary>How much one address and one session may ask for.</summary>
[Collection(nameof(Installation))]
public sealed class LimitTests(Installation installation)
{
    [Fact]
    public void One_address_runs_dry_and_another_does_not()
    {
        using var limiter = NewLimiter(perAddress: 1, perSession: 100);
        Assert.Equal(10, Passed(limiter, From("10.0.0.1")));
        Assert.Equal(10, Passed(limiter, From("10.0.0.2")));
    }

    [Fact]
    public void One_session_runs_dry_from_however_many_addresses()
    {
        using var limiter = NewLimiter(perAddress: 100, perSession: 1);
        var session = new string('s', 43);
        Assert.Equal(10, Passed(limiter, From("10.0.0.1", session)));
        Assert.Equal(0, Passed(limiter, From("10.0.0.2", session)));
        Assert.True(Passed(limiter, From("10.0.0.2")) >= 20);
    }

    private static int Passed(PartitionedRateLimiter<HttpContext> limiter, HttpContext http) =>
        Enumerable.Range(0, 20).Count(_ => limiter.AttemptAcquire(http).IsAcquired);

    private static DefaultHttpContext From(string address, string? session = null)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        if (session is not null) http.Request.Headers.Cookie = $"registry-session={session}";
        return http;
    }

    /// <summary>The gateway's own limiter, with other numbers.</summary>
    private PartitionedRateLimiter<HttpContext> NewLimiter(int perAddress, int perSession)
    {
        var settings = new GatewaySettings
        {
            PublicUrl = installation.Address,
            ClientId = "",
            ClientSecret = "",
            TokenKey = "",
            WebRoot = "",
            RequestsPerSecond = perAddress,
            RequestsPerSecondOfSession = perSession
        };
        return Limits.NewLimiter(settings, "registry-session");
    }
}
