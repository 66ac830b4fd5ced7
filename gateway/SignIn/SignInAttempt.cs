using System.Text;
using Microsoft.Extensions.Options;

namespace PilotRegistry.Gateway;

/// <summary>What a browser on its way to the issuer carries, so that its answer can be told from a forged one.</summary>
/// <param name="State">Against forged answers (RFC 6749, 10.12).</param>
/// <param name="Nonce">Against replayed ID tokens (OpenID Connect Core 1.0, 15.5.2).</param>
/// <param name="Verifier">Against stolen codes (RFC 7636, 4.1).</param>
/// <param name="ReturnUrl">A path of this site.</param>
public sealed record SignInAttempt(string State, string Nonce, string Verifier, string ReturnUrl)
{
    public static SignInAttempt New(string returnUrl) => new(BrowserSessions.NewId(), BrowserSessions.NewId(), BrowserSessions.NewId(), returnUrl);

    /// <summary>
    /// Kept in an encrypted cookie and not in the database: anybody may begin a sign-in, and nobody should fill a table by it.
    /// Lax, since the issuer may be another site.
    /// </summary>
    public sealed class Cookie(TokenCipher cipher, IOptions<GatewaySettings> settings)
    {
        private const string Path = "/bff/callback";

        private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("sign-in");

        private string Name => settings.Value.IsSecure ? "__Secure-registry-sign-in" : "registry-sign-in";

        private CookieOptions Options => new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = settings.Value.IsSecure,
            Path = Path,
            IsEssential = true,
            MaxAge = TimeSpan.FromMinutes(30)
        };

        public void Write(HttpContext http, SignInAttempt attempt) =>
            http.Response.Cookies.Append(Name, Convert.ToBase64String(cipher.Seal(attempt, Purpose)), Options);

        /// <summary>The attempt, once: the cookie is gone afterwards.</summary>
        public SignInAttempt? Take(HttpContext http)
        {
            var value = http.Request.Cookies[Name] ?? "";
            http.Response.Cookies.Delete(Name, Options);
            var box = new byte[value.Length];
            return Convert.TryFromBase64String(value, box, out var length) ? cipher.Open<SignInAttempt>(box.AsSpan(0, length), Purpose) : null;
        }
    }
}
