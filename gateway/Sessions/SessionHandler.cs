using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Gateway;

/// <summary>
/// Signs a browser in by its cookie. A request that changes something must also carry the session's antiforgery token in
/// a header: a foreign page can neither read the token nor set the header.
/// </summary>
public sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder,
    BrowserSessions sessions, IOptions<GatewaySettings> settings)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "Session";
    public const string AntiforgeryHeader = "X-Antiforgery";

    private const string Forged = "antiforgery";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        try
        {
            if (await sessions.FindAsync(Context, Context.RequestAborted) is not { } session) return AuthenticateResult.NoResult();
            if (!IsSafe && !IsOurs(session)) return AuthenticateResult.Fail(Forged);
            if (SignedToken.Parse(session.Tokens.Access, SignedToken.Access) is not { } token) return AuthenticateResult.NoResult();
            Context.Features.Set(session);
            return AuthenticateResult.Success(new(token.ToPrincipal(), Scheme));
        }
        catch (IssuerUnavailableException unavailable)
        {
            return AuthenticateResult.Fail(unavailable);
        }
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties) =>
        await ((await HandleAuthenticateOnceSafeAsync()).Failure switch
        {
            null => Problems.WriteAsync(Context, 401, "sign-in-required", "Sign in first."),
            { Message: Forged } => Problems.WriteAsync(Context, 403, "antiforgery", $"Send the session's token in the header {AntiforgeryHeader}."),
            var away => Problems.WriteAsync(Context, 503, "service-unavailable", away.Message)
        });

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.WriteAsync(Context, 403, "not-allowed", "Your role may not do this.");

    /// <summary>RFC 9110, 9.2.1.</summary>
    private bool IsSafe => HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method) || HttpMethods.IsOptions(Request.Method);

    private bool IsOurs(BrowserSession session) =>
        Request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || origin == settings.Value.Origin)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Request.Headers[AntiforgeryHeader].ToString()), Encoding.ASCII.GetBytes(session.Antiforgery));
}
