using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using PilotRegistry.Contracts;

namespace PilotRegistry.ServiceDefaults;

/// <summary>Valid JSON that is not what the route asks for: an unknown or missing member, a wrong type.</summary>
internal static partial class JsonMistake
{
    public static FieldError Describe(JsonException wrong, HttpContext http)
    {
        var at = Pointer(wrong.Path ?? "$");
        var zh = Language.IsChinese(http);
        if (Unknown().Match(wrong.Message) is { Success: true } unknown)
        {
            var name = unknown.Groups[1].Value;
            var pointer = at.EndsWith("/" + name, StringComparison.Ordinal) ? at : $"{at}/{name}";
            return new(pointer, "unknown-member", zh ? "没有这个字段，请删除。" : "There is no such member; remove it.");
        }

        if (Missing().Match(wrong.Message) is { Success: true } missing)
        {
            return new($"{at}/{missing.Groups[1].Value}", "required", zh ? "此项必填。" : "This is required.");
        }

        if (wrong.Message.StartsWith(RegistryJson.NotText, StringComparison.Ordinal))
        {
            return NotText(at, http);
        }

        return Duplicate().IsMatch(wrong.Message)
            ? new(at, "duplicate-member", zh ? "同一字段出现了两次。" : "This member is given twice.")
            : new(at, "wrong-type", zh ? "类型不正确。" : "This is not of the right type.");
    }

    /// <summary>Text that the record does not hold, wherever it stood.</summary>
    public static FieldError NotText(string pointer, HttpContext http) => new(
        pointer, "not-text", Language.IsChinese(http) ? "含有不可用的字符：请将制表符改为空格，并删除其他控制字符。" : "Holds characters that are no text; replace tabs by spaces and remove other control characters.");

    /// <summary><c>$.parks[0].name</c> → <c>/parks/0/name</c>.</summary>
    private static string Pointer(string path) => string.Concat(
        path.TrimStart('$').Replace("]", "", StringComparison.Ordinal).Split('.', '[').Where(p => p.Length > 0).Select(p => "/" + p.Trim('\'')));

    [GeneratedRegex("The JSON property '([^']+)' could not be mapped")]
    private static partial Regex Unknown();

    [GeneratedRegex("missing required properties including: '([^']+)'")]
    private static partial Regex Missing();

    [GeneratedRegex("[Dd]uplicate property")]
    private static partial Regex Duplicate();
}
