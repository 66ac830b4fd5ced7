using System.Text.Json;

namespace PilotRegistry.Methodology;

/// <summary>
/// Two versions of a year, value by value. Lines are matched by what they are about, so their order does not matter; nor
/// does the spelling of a number, nor whether nothing is written as null, as an empty list or not at all.
/// </summary>
public static class Comparison
{
    /// <param name="pack">Where the units of fuels and products are looked up; without it they are left out.</param>
    public static IReadOnlyList<Difference> Of(ActivityData older, ActivityData newer, RulePack? pack = null)
    {
        var found = new List<Difference>();
        Compare(Write(older), Write(newer), new ComparedPlace("", "", "", null, pack), found);
        return found;
    }

    private static JsonElement Write(ActivityData data) => JsonSerializer.SerializeToElement(data, MethodologyJson.Options);

    private static void Compare(JsonElement? one, JsonElement? other, ComparedPlace at, List<Difference> found)
    {
        if ((one ?? other) is not { } any) return;
        switch (any.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var name in Names(one).Union(Names(other)))
                    if (!at.Keys.Contains(name)) Compare(Member(one, name), Member(other, name), at.Below(name), found);
                break;
            case JsonValueKind.Array:
                CompareLines([.. Items(one)], [.. Items(other)], at, found);
                break;
            default:
                at.Add(Text(one), Text(other), found);
                break;
        }
    }

    private static void CompareLines(List<Placed> older, List<Placed> newer, ComparedPlace list, List<Difference> found)
    {
        var added = newer.ToLookup(line => LineKeys.Of(list.List, line.Json));
        foreach (var lines in older.GroupBy(line => LineKeys.Of(list.List, line.Json)))
            CompareSame([.. lines], [.. added[lines.Key]], list, found);
        foreach (var lines in added)
            if (!older.Any(line => LineKeys.Of(list.List, line.Json) == lines.Key)) CompareSame([], [.. lines], list, found);
    }

    /// <summary>Lines about the same: those that are equal belong together, the others in the order they are given.</summary>
    private static void CompareSame(List<Placed> older, List<Placed> newer, ComparedPlace list, List<Difference> found)
    {
        foreach (var line in older.ToList())
            if (newer.FindIndex(other => Same(line.Json, other.Json)) is >= 0 and var equal)
            {
                older.Remove(line);
                newer.RemoveAt(equal);
            }
        for (var n = 0; n < Math.Max(older.Count, newer.Count); n++)
        {
            var (one, other) = (older.ElementAtOrDefault(n), newer.ElementAtOrDefault(n));
            var (before, at) = (found.Count, list.Line((other ?? one)!));
            Compare(one?.Json, other?.Json, at, found);
            if (found.Count == before && (one is null || other is null)) at.Add(one is null ? null : "", other is null ? null : "", found);
        }
    }

    private static bool Same(JsonElement one, JsonElement other)
    {
        var found = new List<Difference>();
        Compare(one, other, new ComparedPlace("", "", "", null, null), found);
        return found.Count == 0;
    }

    private static IEnumerable<string> Names(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Object } item ? item.EnumerateObject().Select(member => member.Name) : [];

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } item && item.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null ? member : null;

    private static IEnumerable<Placed> Items(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select((item, n) => new Placed(item, n)) : [];

    /// <summary>Numbers are written one way already; texts are compared without the space around them.</summary>
    private static string? Text(JsonElement? json) => json switch
    {
        { ValueKind: JsonValueKind.String } text when !string.IsNullOrWhiteSpace(text.GetString()) => text.GetString()!.Trim(),
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } plain => plain.GetRawText(),
        _ => null
    };
}

/// <summary>A line and where it stands in its list.</summary>
internal sealed record Placed(JsonElement Json, int Index);
