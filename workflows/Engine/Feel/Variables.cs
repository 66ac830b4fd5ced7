using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PilotRegistry.Workflows.Engine;

/// <summary>Names and their values, in the order of the names' code units. Nothing in it ever changes.</summary>
[JsonConverter(typeof(VariablesJson))]
public sealed class Variables : IEnumerable<KeyValuePair<string, FeelValue>>, IEquatable<Variables>
{
    public static readonly Variables None = new(ImmutableSortedDictionary.Create<string, FeelValue>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, FeelValue> entries;

    private Variables(ImmutableSortedDictionary<string, FeelValue> entries) => this.entries = entries;

    public int Count => entries.Count;

    public static Variables Of(params IEnumerable<(string Name, FeelValue Value)> entries) =>
        entries.Aggregate(None, (all, each) => all.With(each.Name, each.Value));

    public bool Has(string name) => entries.ContainsKey(name);

    public FeelValue? Find(string name) => entries.GetValueOrDefault(name);

    public Variables With(string name, FeelValue value) => new(entries.SetItem(name, value));

    public Variables With(Variables others) => others.Count == 0 ? this : Count == 0 ? others : new(entries.SetItems(others.entries));

    public Variables Map(Func<FeelValue, FeelValue> change) => new(entries.ToImmutableSortedDictionary(e => e.Key, e => change(e.Value), StringComparer.Ordinal));

    public IEnumerator<KeyValuePair<string, FeelValue>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals([NotNullWhen(true)] Variables? other) => other is not null && JsonSerializer.Serialize(this) == JsonSerializer.Serialize(other);

    public override bool Equals(object? obj) => Equals(obj as Variables);

    public override int GetHashCode() => entries.Count;
}

/// <summary>Variables as a JSON object.</summary>
internal sealed class VariablesJson : JsonConverter<Variables>
{
    public override Variables Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FeelValueJson.ReadValue(ref reader, options) is FeelValue.Context context ? context.Entries : throw new JsonException("An object of variables is expected.");

    public override void Write(Utf8JsonWriter writer, Variables value, JsonSerializerOptions options) =>
        FeelValueJson.WriteValue(writer, new FeelValue.Context(value));
}

/// <summary>A value as plain JSON: numbers are numbers, whatever the options say about decimals.</summary>
internal sealed class FeelValueJson : JsonConverter<FeelValue>
{
    public override bool HandleNull => true;

    public override FeelValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader, options);

    public override void Write(Utf8JsonWriter writer, FeelValue value, JsonSerializerOptions options) => WriteValue(writer, value);

    /// <summary>Texts are read as the options read any text.</summary>
    internal static FeelValue ReadValue(ref Utf8JsonReader reader, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => FeelValue.True,
        JsonTokenType.False => FeelValue.False,
        JsonTokenType.Number => reader.TryGetDecimal(out var number) ? new FeelValue.Number(number) : throw new JsonException("The number is out of range."),
        JsonTokenType.String => new FeelValue.Text(((JsonConverter<string>)options.GetConverter(typeof(string))).Read(ref reader, typeof(string), options)!),
        JsonTokenType.StartArray => ReadList(ref reader, options),
        JsonTokenType.StartObject => ReadContext(ref reader, options),
        JsonTokenType.Null => FeelValue.Null,
        _ => throw new JsonException("A value is expected.")
    };

    internal static void WriteValue(Utf8JsonWriter writer, FeelValue value)
    {
        switch (value)
        {
            case FeelValue.Nothing: writer.WriteNullValue(); break;
            case FeelValue.Bool b: writer.WriteBooleanValue(b.Value); break;
            case FeelValue.Number number: writer.WriteNumberValue(number.Value); break;
            case FeelValue.List list:
                writer.WriteStartArray();
                foreach (var item in list.Items) WriteValue(writer, item);
                writer.WriteEndArray();
                break;
            case FeelValue.Context context:
                writer.WriteStartObject();
                foreach (var (name, each) in context.Entries)
                {
                    writer.WritePropertyName(name);
                    WriteValue(writer, each);
                }

                writer.WriteEndObject();
                break;
            default: writer.WriteStringValue(FeelText.Of(value)); break;
        }
    }

    private static FeelValue.List ReadList(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var items = ImmutableArray.CreateBuilder<FeelValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(ReadValue(ref reader, options));
        return new(items.ToImmutable());
    }

    private static FeelValue.Context ReadContext(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var entries = Variables.None;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = NameOf(ref reader);
            reader.Read();
            entries = entries.With(name, ReadValue(ref reader, options));
        }

        return new(entries);
    }

    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is { } name && !name.Any(char.IsControl) ? name : throw new JsonException("A name has no control characters.");
        }
        catch (InvalidOperationException halfACharacter)
        {
            throw new JsonException("A name is text.", halfACharacter);
        }
    }
}
