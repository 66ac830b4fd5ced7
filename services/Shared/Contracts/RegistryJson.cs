using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PilotRegistry.Methodology;

namespace PilotRegistry.Contracts;

/// <summary>How this registry writes JSON, in the record and on the wire: camelCase, decimals as strings.</summary>
public static class RegistryJson
{
    /// <summary>What the reader says about a text that is none; an error page turns it into both languages.</summary>
    public const string NotText = "The text is not plain text.";

    /// <summary>For stored and published events: members that a newer program added are passed over, and the database orders names as it likes.</summary>
    public static JsonSerializerOptions Events { get; } = Locked(Apply(new() { AllowOutOfOrderMetadataProperties = true }));

    /// <summary>For requests: what is not asked for is refused, what is asked for must be there.</summary>
    public static JsonSerializerOptions Http { get; } = Locked(Strict(Apply(new())));

    /// <summary>Whether two values say the same, compared as they are recorded.</summary>
    public static bool Same<T>(T one, T other) =>
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(one, Events), JsonSerializer.SerializeToElement(other, Events));

    /// <summary>Brings options made by the framework to the same form.</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new DecimalText());
        return options;
    }

    public static JsonSerializerOptions Strict(JsonSerializerOptions options)
    {
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.Converters.Add(new CleanText());
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RefuseGaps);
        return options;
    }

    /// <summary>A list of things holds no null: the compiler's annotations do not reach into lists.</summary>
    private static void RefuseGaps(JsonTypeInfo info)
    {
        if (info.Kind == JsonTypeInfoKind.Enumerable && info.ElementType is { IsValueType: false })
        {
            info.OnDeserialized = list => _ = ((IEnumerable)list).Cast<object?>().Contains(null) ? throw new JsonException("A list holds null.") : list;
        }
    }

    private static JsonSerializerOptions Locked(JsonSerializerOptions options)
    {
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>Decimals are written as strings without exponent, trailing zeros or a negative zero, and read as strings or numbers.</summary>
    private sealed class DecimalText : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number))
            {
                return number;
            }

            const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            return reader.TokenType == JsonTokenType.String && decimal.TryParse(reader.GetString(), plain, CultureInfo.InvariantCulture, out var text)
                ? text
                : throw new JsonException("A decimal number is expected.");
        }

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value == 0 ? "0" : value.ToString("0.############################", CultureInfo.InvariantCulture));
    }

    /// <summary>Texts in the one form that the record holds, or refused.</summary>
    private sealed class CleanText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType != JsonTokenType.String ? throw new JsonException("A text is expected.")
            : TextOf(ref reader) is { } text && PlainText.Of(text) is { } plain ? plain
            : throw new JsonException(NotText);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        /// <summary>Null when it holds half a character: the reader says so by this exception alone.</summary>
        private static string? TextOf(ref Utf8JsonReader reader)
        {
            try
            {
                return reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }
    }
}
