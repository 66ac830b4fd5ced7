using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace PilotRegistry.ServiceDefaults;

/// <summary>A value in the query that is not of its parameter's type, e.g. <c>page=two</c>.</summary>
internal static partial class QueryMistake
{
    public static FieldError? Describe(BadHttpRequestException bad, HttpContext http) =>
        Unbound().Match(bad.Message) is { Success: true } match
            ? new("/" + match.Groups[1].Value, "wrong-type", Language.IsChinese(http) ? "类型不正确。" : "This is not of the right type.")
            : null;

    [GeneratedRegex("^Failed to bind parameter \".* (\\w+)\" from ")]
    private static partial Regex Unbound();
}
