using System.Text.Json;

namespace PilotRegistry.Methodology;

/// <summary>Reads ActivityData from JSON and names every place that is not as it should be, instead of stopping at the first.</summary>
public static class ActivityDataReader
{
    private const int MaxDepth = 64;

    public static ReadingOutcome Read(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = MaxDepth });
            var json = JsonElement.ParseValue(ref reader);
            return reader.Read() ? NotJson("") : Read(json);
        }
        catch (JsonException broken)
        {
            // System.Text.Json has no parser that answers instead of throwing.
            return NotJson($" {broken.LineNumber + 1}:{broken.BytePositionInLine + 1}");
        }
    }

    public static ReadingOutcome Read(JsonElement json) => Read<ActivityData>(json);

    /// <summary>For what carries more than a year's data; an outcome that succeeded holds a <typeparamref name="T"/>.</summary>
    public static ReadingOutcome Read<T>(JsonElement json)
        where T : ActivityData
    {
        var problems = new Problems();
        JsonCheck.Check(json, typeof(T), problems);
        return problems.Any
            ? ReadingOutcome.Refused(problems.All)
            : ReadingOutcome.Of(json.Deserialize<T>(MethodologyJson.Input)!);
    }

    private static ReadingOutcome NotJson(string where) => ReadingOutcome.Refused(
        [new("", "not-json", new($"不是有效的 JSON{where}：请提交一个 UTF-8 编码的 JSON 对象。", $"Not valid JSON{where}: send one JSON object in UTF-8."))]);
}
