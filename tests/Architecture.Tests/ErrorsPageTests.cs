using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using PilotRegistry.EventStore;
using PilotRegistry.Testing;

namespace PilotRegistry.Architecture;

/// <summary>Codes are API (STYLE 22): <c>docs/errors.md</c> lists them, so that a change of one is seen.</summary>
public sealed partial class ErrorsPageTests
{
    private const string Head =
        """
        # What can be refused, and why

        Every error is `application/problem+json` with a `code` for programs and a `detail` for people. Codes are never reworded;
        messages may be. Written from the code by `tests/Architecture.Tests` (`UPDATE_APPROVED=1`).
        """;

    [Fact]
    public void Every_code_stands_on_its_page() => Approved.Matches("docs/errors.md", Page());

    [Fact]
    public void Codes_are_kebab_case() => Assert.DoesNotContain(Refusals(), r => !KebabCase().IsMatch(r.Code));

    private static string Page()
    {
        var page = new StringBuilder(Head);
        page.Append("\n\n## 409: a rule says no\n\n| code | message | where |\n|---|---|---|\n");
        foreach (var refusal in Refusals().GroupBy(r => (r.Code, r.Message)).OrderBy(g => g.Key.Code, StringComparer.Ordinal))
        {
            var where = refusal.Select(r => r.Service).Distinct().Order(StringComparer.Ordinal);
            page.Append(null, $"| `{refusal.Key.Code}` | {refusal.Key.Message} | {string.Join(", ", where)} |\n");
        }

        page.Append("\n## Other refusals\n\n| status | code | message |\n|---|---|---|\n");
        Lines(page, Other().Select(o => $"| {o.Status} | `{o.Code}` | {o.Message} |"));
        page.Append("\n## 422: what is wrong with a field\n\nEach entry of `errors` has a `pointer`, one of these codes, and a message in the caller's language.\n\n| code | message |\n|---|---|\n");
        Lines(page, Fields().Select(f => $"| `{f.Code}` | {f.Message} |"));
        return page.ToString();
    }

    private static void Lines(StringBuilder page, IEnumerable<string> lines) => page.AppendJoin('\n', lines.Distinct().Order(StringComparer.Ordinal)).Append('\n');

    private static IEnumerable<(string Code, string Message, string Service)> Refusals() =>
        from type in Programs.Types
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field.FieldType == typeof(Refusal)
        let refusal = (Refusal)field.GetValue(null)!
        select (refusal.Code, refusal.Message, type.Assembly.GetName().Name!.Split('.')[^1].ToLowerInvariant());

    /// <summary>Problems written out where they arise: a status, a code and a sentence beside each other.</summary>
    private static IEnumerable<(string Status, string Code, string Message)> Other() => Sources.Product
        .SelectMany(source => Problem().Matches(source.Text))
        .Select(m => (m.Groups["status"] is { Length: > 0 } status ? status.Value : "409", m.Groups["code"].Value, Said(m)));

    private static IEnumerable<(string Code, string Message)> Fields() => Sources.Product
        .SelectMany(source => Field().Matches(source.Text).Concat(Bilingual().Matches(source.Text)))
        .Select(m => (m.Groups["code"].Value, Message: Said(m)))
        .Where(f => f.Message.EndsWith('.'));

    /// <summary>What differs from case to case is left open.</summary>
    private static string Said(Match match) => Inserted().Replace(match.Groups["message"].Value.Replace("\\\"", "\"", StringComparison.Ordinal), "…");

    [GeneratedRegex("\\{[^}]*\\}")]
    private static partial Regex Inserted();

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex KebabCase();

    [GeneratedRegex("""(?:Status|\(|, |>= |\s)(?<status>[45]\d\d)\w*(?:,| => \()\s*"(?<code>[a-z-]+)",\s*\$?"(?<message>(?:[^"\\]|\\.)+)"|new Refused\("(?<code>[a-z-]+)",\s*"(?<message>(?:[^"\\]|\\.)+)"\)(?<status>)""")]
    private static partial Regex Problem();

    /// <summary>A pointer, a code and an English sentence, or one of the rules that the framework breaks.</summary>
    [GeneratedRegex("""(?:new\("/\w+",|new\("[^"]*"\),)\s*"(?<code>[a-z-]+)",\s*\$?"(?<message>(?:[^"\\]|\\.)+)"|"(?<code>[a-z-]+)",\s*(?:zh|Language\.IsChinese\(http\)) \? "[^"]*" : "(?<message>(?:[^"\\]|\\.)+)""")]
    private static partial Regex Field();

    /// <summary>A code and its sentence in both languages, in either order.</summary>
    [GeneratedRegex("""(?:Say\(|",|Refuse\(|new\(|Whole\(|Refused\(|\(null, \()[^"\n]*\s*"(?<code>[a-z]+(?:-[a-z]+)*)",\s*(?:new\()?(?:\$?"(?<message>[^"\p{IsCJKUnifiedIdeographs}]+)",\s*\$?"[^"]*\p{IsCJKUnifiedIdeographs}|\$?"[^"]*\p{IsCJKUnifiedIdeographs}[^"]*",\s*\$?"(?<message>(?:[^"\\]|\\.)+)")""")]
    private static partial Regex Bilingual();
}
