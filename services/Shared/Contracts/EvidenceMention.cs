using System.Text.Json;
using PilotRegistry.Methodology;

namespace PilotRegistry.Contracts;

/// <summary>A line of a year's data names an evidence file.</summary>
/// <param name="Line">The line, as a JSON pointer.</param>
public sealed record EvidenceMention(string Sha256, string Line)
{
    private const string Member = "evidence";

    /// <summary>Where the line names it.</summary>
    public string Pointer => $"{Line}/{Member}";

    /// <summary>Every mention in data of a year, wherever it stands.</summary>
    public static IReadOnlyList<EvidenceMention> In(ActivityData data) =>
        [.. Find(JsonSerializer.SerializeToElement(data, data.GetType(), MethodologyJson.Options), "")];

    private static IEnumerable<EvidenceMention> Find(JsonElement json, string pointer) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => member.Name == Member && member.Value.ValueKind == JsonValueKind.String
            ? [new EvidenceMention(member.Value.GetString()!, pointer)]
            : Find(member.Value, $"{pointer}/{member.Name}")),
        JsonValueKind.Array => json.EnumerateArray().SelectMany((item, n) => Find(item, $"{pointer}/{n}")),
        _ => [],
    };
}
