using Microsoft.Extensions.Options;

namespace PilotRegistry.Gateway;

/// <summary>Headers of every answer, also of errors and of forwarded ones.</summary>
public sealed class SecurityHeaders(IOptions<GatewaySettings> settings)
{
    /// <summary>Our own scripts only. Inline styles are Ant Design's way; a style cannot act for anybody.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; report-uri /csp-report";

    public Task SetAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            // Not "no-referrer": browsers would then send "Origin: null" with our own requests.
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (settings.Value.IsSecure) headers.StrictTransportSecurity = "max-age=31536000";
            return Task.CompletedTask;
        });
        return next(http);
    }
}
