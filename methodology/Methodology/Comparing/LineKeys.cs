using System.Text.Json;

namespace PilotRegistry.Methodology;

/// <summary>
/// What makes a line the same line in two versions of a year: the codes that say what it is about. Its place in the list
/// says nothing, since lists are entered in any order.
/// </summary>
internal static class LineKeys
{
    private static readonly Dictionary<string, string[]> Members = new()
    {
        ["fuels"] = ["fuel", "use"],
        ["conversions"] = ["kind"],
        ["inputs"] = ["fuel"],
        ["outputs"] = ["fuel"],
        ["electricity"] = ["direction", "kind"],
        ["thermalGeneration"] = ["source"],
        ["heat"] = ["direction", "source"],
        ["products"] = ["product", "name"],
        ["bunkers"] = ["fuel"],
        ["unitProducts"] = ["limit", "name"],
        ["notApplicable"] = ["indicator"],
        ["stocks"] = ["fuel"],
        ["enterprises"] = ["id"],
        ["removals"] = ["kind", "registry"],
    };

    /// <summary>The naming members of a list's lines; none where lines have no name of their own.</summary>
    public static IReadOnlyList<string> Of(string list) => Members.GetValueOrDefault(list) ?? [];

    /// <summary>The codes of one line, e.g. <c>NG terminal</c>.</summary>
    public static string Of(string list, JsonElement line) => string.Join(' ', Of(list).Select(member => TextOf(line, member)).Where(text => text.Length > 0));

    public static string TextOf(JsonElement line, string member) =>
        line.ValueKind is JsonValueKind.Object && line.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()!.Trim()
            : "";
}
