using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PilotRegistry.Workflows.Engine;

/// <summary>What an element instance is.</summary>
public enum ElementKind
{
    /// <summary>A process: the instance's own, or one that was called.</summary>
    Process,

    /// <summary>A node that waits or holds others: task, event, subprocess, call.</summary>
    Node,

    /// <summary>A multi-instance activity as a whole; its items are nodes below it.</summary>
    Body,
}

/// <summary>Where in its life an element is.</summary>
public enum Phase
{
    /// <summary>The token has arrived; nothing has been done.</summary>
    Entering,

    Active,

    /// <summary>Its work is done; it has not yet been left.</summary>
    Leaving,
}

/// <summary>A place where a token is, or a scope that holds such places.</summary>
/// <param name="Key">Counted within the instance, never used twice.</param>
/// <param name="Parent">The scope or body it lives in; null for the instance's own process.</param>
/// <param name="Process">The process whose drawing it is on.</param>
/// <param name="Node">Id in that drawing; of a process its own id.</param>
/// <param name="Index">The item's place in its collection, from 0; null outside a multi-instance.</param>
public sealed record Element(int Key, int? Parent, string Process, string Node, ElementKind Kind, Phase Phase, int? Index)
{
    /// <summary>Local to it and to what lies in it.</summary>
    public Variables Variables { get; init; } = Variables.None;

    /// <summary>What its work gave, until it is left.</summary>
    public Variables Results { get; init; } = Variables.None;

    /// <summary>The flow it was reached by; null when no flow led here.</summary>
    public string? Flow { get; init; }

    /// <summary>Tokens that wait at joins of this scope, per flow.</summary>
    public Counts Waiting { get; init; } = Counts.None;

    /// <summary>How often limited flows of this scope were taken.</summary>
    public Counts Rounds { get; init; } = Counts.None;

    /// <summary>Of a body.</summary>
    public Items? Items { get; init; }
}

/// <summary>Where a multi-instance activity stands.</summary>
/// <param name="Values">The collection, as it was when the activity began, and what was added since.</param>
/// <param name="Outputs">At each item's place; null until it is done.</param>
/// <param name="Started">How many items were begun.</param>
public sealed record Items(ImmutableArray<FeelValue> Values, ImmutableArray<FeelValue> Outputs, int Started, int Completed, int Terminated)
{
    [JsonIgnore]
    public int Active => Started - Completed - Terminated;
}

/// <summary>Whole numbers by name; what is not there is 0.</summary>
[JsonConverter(typeof(CountsJson))]
public sealed class Counts : IEnumerable<KeyValuePair<string, int>>
{
    public static readonly Counts None = new(ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, int> counts;

    private Counts(ImmutableSortedDictionary<string, int> counts) => this.counts = counts;

    public bool Any => counts.Count > 0;

    public int this[string name] => counts.GetValueOrDefault(name);

    public Counts Plus(string name, int change) => this[name] + change is var sum and not 0 ? new(counts.SetItem(name, sum)) : new(counts.Remove(name));

    public IEnumerator<KeyValuePair<string, int>> GetEnumerator() => counts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Counts as a JSON object.</summary>
internal sealed class CountsJson : JsonConverter<Counts>
{
    public override Counts Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var counts = Counts.None;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            counts = counts.Plus(name, reader.GetInt32());
        }

        return counts;
    }

    public override void Write(Utf8JsonWriter writer, Counts value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, count) in value) writer.WriteNumber(name, count);
        writer.WriteEndObject();
    }
}
