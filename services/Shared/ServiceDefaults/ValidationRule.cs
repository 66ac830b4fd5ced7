using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// A broken validation rule in both languages. The framework's attributes give only English sentences, so the rule is
/// read back from them; a test holds one request per rule.
/// </summary>
public sealed record ValidationRule(string Code, string En, string Zh)
{
    private const char Between = '\u001f';

    private static readonly (Regex Sentence, string Code, string En, string Zh)[] Known =
    [
        (new("field is required"), "required", "This is required.", "此项必填。"),
        (new("maximum length of '(\\d+)'"), "too-long", "At most {0} characters.", "最多 {0} 个字符。"),
        (new("minimum length of '(\\d+)'"), "too-short", "At least {0} characters.", "至少 {0} 个字符。"),
        (new("minimum length of (\\d+) and a maximum length of (\\d+)"), "wrong-length", "Between {0} and {1} characters.", "应为 {0} 至 {1} 个字符。"),
        (new("must be between ([^ ]+) and ([^ .]+(?:\\.\\d+)?)"), "out-of-range", "Must lie between {0} and {1}.", "应在 {0} 与 {1} 之间。"),
        (new("must match the regular expression"), "wrong-form", "This does not have the required form.", "格式不正确。"),
    ];

    /// <summary>A rule of our own as one sentence that <see cref="Of"/> takes apart again.</summary>
    public static string Say(string code, string en, string zh) => string.Join(Between, code, en, zh);

    public static ValidationRule Of(string sentence)
    {
        if (sentence.Split(Between) is [var code, var en, var zh])
        {
            return new(code, en, zh);
        }

        foreach (var known in Known)
        {
            if (known.Sentence.Match(sentence) is { Success: true } match)
            {
                object[] limits = [.. match.Groups.Values.Skip(1).Select(g => g.Value)];
                return new(known.Code, string.Format(null, known.En, limits), string.Format(null, known.Zh, limits));
            }
        }

        return new("invalid", sentence, sentence);
    }

    /// <summary><c>Park.Targets[0].Core</c> → <c>/park/targets/0/core</c>.</summary>
    public static string Pointer(string path) => string.Concat(
        path.Replace("]", "", StringComparison.Ordinal).Split('.', '[').Where(p => p.Length > 0)
            .Select(p => "/" + JsonNamingPolicy.CamelCase.ConvertName(p)));

    public string Text(HttpContext http) => Language.IsChinese(http) ? Zh : En;
}

/// <summary>In which of the two languages the caller reads.</summary>
public static class Language
{
    public static bool IsChinese(HttpContext http) =>
        ((string?)http.Request.Headers.AcceptLanguage)?.TrimStart().StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true;
}
