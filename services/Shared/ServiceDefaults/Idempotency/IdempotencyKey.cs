using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// A name that the caller gives a command, so that it can be sent again until an answer arrives and is still done once
/// (draft-ietf-httpapi-idempotency-key-header). One key names one request of one caller at one service.
/// </summary>
public static partial class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>On an answer that was given before.</summary>
    public const string Replayed = "Idempotency-Replayed";

    /// <summary>The key under which this request is executed; null when it came without one.</summary>
    public static CommandKey? Of(HttpContext http) => http.Features.Get<CommandKey>();

    /// <summary>
    /// Reads <c>"a string"</c> of printable ASCII (RFC 9651, 3.3.3) or a plain token; both writings of one key are the same key.
    /// </summary>
    /// <exception cref="BadRequestException">It is neither, or there are several.</exception>
    internal static string? Read(HttpRequest request)
    {
        var sent = request.Headers[Header];
        if (sent.Count == 0)
        {
            return null;
        }

        var (text, token) = (Quoted().Match(sent.ToString()), Plain().Match(sent.ToString()));
        return sent.Count == 1 && text.Success ? Escaped().Replace(text.Groups[1].Value, "$1")
            : sent.Count == 1 && token.Success ? token.Value
            : throw new BadRequestException(400, "idempotency-key-invalid", "Send one Idempotency-Key of 1 to 128 characters: a token such as a UUID, or a string in double quotes.");
    }

    /// <summary>The command's id: the same key of another account, or of another client of the account, is another one.</summary>
    internal static Guid IdOf(HttpContext http, string key) =>
        IdOf(http.User, key);

    /// <summary>The same, for who sends the command on with the caller's own token and may have to ask later what became of it.</summary>
    public static Guid IdOf(ClaimsPrincipal caller, string key) =>
        StableId.Of("command", caller.FindFirst("sub")?.Value ?? "public", caller.FindFirst("client_id")?.Value ?? "", key);

    [GeneratedRegex("""^"((?:[ !#-\[\]-~]|\\["\\]){1,128})"$""")]
    private static partial Regex Quoted();

    [GeneratedRegex("^[A-Za-z0-9!#$%&'*+.^_`|~:/=-]{1,128}$")]
    private static partial Regex Plain();

    [GeneratedRegex("""\\(["\\])""")]
    private static partial Regex Escaped();
}
