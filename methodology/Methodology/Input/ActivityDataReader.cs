using System.Text.Json;

namespace PilotRegistry.Methodology;

/// <summary>Reads ActivityData from JSON and names every place that is not as it should be, instead of stopping at the first.</summary>
public static class ActivityDataReader
{
    public static ReadingOutcome Read(ReadOnlySpan<byte> utf8Json) =>
        Read(JsonSerializer.Deserialize<JsonElement>(utf8Json, MethodologyJson.Options));

    public static ReadingOutcome Read(JsonElement json) =>
        ReadingOutcome.Of(json.Deserialize<ActivityData>(MethodologyJson.Options)!);
}
