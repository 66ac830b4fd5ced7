using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PilotRegistry.Methodology;

/// <summary>The one way ActivityData and Result look as JSON: the server's answer and the command line's are the same bytes.</summary>
public static class MethodologyJson
{
    public static readonly JsonSerializerOptions Options = Create();

    /// <summary>For what people report: texts are brought to <see cref="PlainText"/>.</summary>
    internal static readonly JsonSerializerOptions Input = Create(new ReportedText());

    private static JsonSerializerOptions Create(params IReadOnlyList<JsonConverter> converters)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // Chinese stays readable; the answer is application/json, never part of a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            AllowDuplicateProperties = false,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
        };
        foreach (var converter in converters) options.Converters.Add(converter);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class ReportedText : JsonConverter<string>
    {
        /// <summary>What cannot be brought to plain text was refused before.</summary>
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            PlainText.Of(reader.GetString()!) ?? throw new JsonException("No plain text.");

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
