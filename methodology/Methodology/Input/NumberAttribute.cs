using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PilotRegistry.Methodology;

/// <summary>
/// A decimal that is a string in answers and a string or a number in requests. As an attribute, so that it also holds inside
/// other services' events.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumberAttribute : JsonConverterAttribute
{
    /// <summary>Quantities are not negative; a few values may be.</summary>
    public bool MayBeNegative { get; init; }

    public override JsonConverter CreateConverter(Type typeToConvert) => DecimalConverter.Instance;
}

/// <summary>A string that is a SHA-256: 64 lower-case hexadecimal digits.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class Sha256Attribute : Attribute;

/// <summary>Writes decimals as strings by <see cref="NumberText"/>; reads strings and numbers.</summary>
public sealed class DecimalConverter : JsonConverter<decimal>
{
    public static readonly DecimalConverter Instance = new();

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => ""
        };
        return NumberText.TryParse(text, out var value) ? value : throw new JsonException("Not a plain decimal number.");
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(NumberText.Format(value));
}
