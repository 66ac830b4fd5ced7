using System.Text.Json;
using System.Text.Json.Serialization;

namespace PilotRegistry.Methodology;

/// <summary>
/// One step. An entry without children is a leaf, rounded once to 12 decimals; an entry with children is their sum.
/// The formula speaks of its inputs by name, and of <c>factor</c>.
/// </summary>
public sealed record DerivationEntry
{
    public required string Id { get; init; }
    public required string? Parent { get; init; }
    public required string Term { get; init; }
    public required Wording Label { get; init; }
    public required string Formula { get; init; }
    public required NamedNumbers Inputs { get; init; }
    public required SourcedNumber? Factor { get; init; }
    [Number] public required decimal Value { get; init; }
    public required string Unit { get; init; }
}


/// <summary>Named inputs of a step in the order of the formula; a JSON object of decimal strings.</summary>
[JsonConverter(typeof(NamedNumbersConverter))]
public sealed class NamedNumbers(params KeyValuePair<string, decimal>[] items)
{
    public static readonly NamedNumbers None = new();

    public IReadOnlyList<KeyValuePair<string, decimal>> Items => items;

    public static NamedNumbers Of(params ReadOnlySpan<(string Name, decimal Value)> inputs)
    {
        var items = new KeyValuePair<string, decimal>[inputs.Length];
        for (var at = 0; at < inputs.Length; at++) items[at] = new(inputs[at].Name, inputs[at].Value);
        return new(items);
    }
}

/// <summary>Writes <see cref="NamedNumbers"/> as an object.</summary>
public sealed class NamedNumbersConverter : JsonConverter<NamedNumbers>
{
    public override NamedNumbers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An object of numbers is expected.");
        var items = new List<KeyValuePair<string, decimal>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            items.Add(new(name, DecimalConverter.Instance.Read(ref reader, typeof(decimal), options)));
        }
        return new([.. items]);
    }

    public override void Write(Utf8JsonWriter writer, NamedNumbers value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, number) in value.Items) writer.WriteString(name, NumberText.Format(number));
        writer.WriteEndObject();
    }
}
