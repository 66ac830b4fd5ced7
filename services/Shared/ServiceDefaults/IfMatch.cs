using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// The version of a stream that the caller decided on (RFC 9110 §13.1.1). Required on every command on an existing
/// stream: two people never overwrite each other unseen.
/// </summary>
/// <param name="Version">Null for <c>*</c>: whatever the version is.</param>
public readonly record struct IfMatch(long? Version)
{
    /// <summary>Reads <c>"7"</c>, <c>"7.k3…"</c> (a GET's tag, which also covers who asked) or <c>*</c>.</summary>
    /// <exception cref="BadRequestException">428 when missing, 400 when it is not one of ours.</exception>
    public static ValueTask<IfMatch> BindAsync(HttpContext http)
    {
        string? header = http.Request.Headers.IfMatch;
        if (string.IsNullOrEmpty(header))
        {
            throw new BadRequestException(StatusCodes.Status428PreconditionRequired, "if-match-missing", "Send If-Match with the ETag of what you decided on.");
        }

        var number = header.Trim('"').Split('.')[0];
        return header == "*" ? new(new IfMatch(null))
            : long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? new(new IfMatch(version))
            : throw new BadRequestException(StatusCodes.Status400BadRequest, "if-match-invalid", "If-Match must be an ETag that this service gave.");
    }
}

/// <summary>A request that is refused before any rule is asked.</summary>
public sealed class BadRequestException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}
