using System.Text.Json;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Methodology;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>The hashes of the files that a year's data rests on. Everything else in the data stays where it is.</summary>
internal static class EvidenceList
{
    public static IReadOnlyList<Evidence> Of(ActivityData data) =>
        [.. Find(JsonSerializer.SerializeToElement(data, MethodologyJson.Options), "")];

    private static IEnumerable<Evidence> Find(JsonElement json, string pointer) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => member.Name == "evidence" && member.Value.ValueKind == JsonValueKind.String
            ? [new Evidence(member.Value.GetString()!, pointer)]
            : Find(member.Value, $"{pointer}/{member.Name}")),
        JsonValueKind.Array => json.EnumerateArray().SelectMany((item, n) => Find(item, $"{pointer}/{n}")),
        _ => [],
    };
}
