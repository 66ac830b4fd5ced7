using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PilotRegistry.Workflows.Engine;

/// <summary>A value of FEEL: what variables hold and expressions give.</summary>
[JsonConverter(typeof(FeelValueJson))]
public abstract record FeelValue
{
    private FeelValue()
    {
    }

    public static FeelValue Null { get; } = new Nothing();

    public static FeelValue True { get; } = new Bool(true);

    public static FeelValue False { get; } = new Bool(false);

    public static FeelValue Of(bool? value) => value switch { true => True, false => False, null => Null };

    public static FeelValue Of(decimal value) => new Number(value);

    public static FeelValue Of(string? value) => value is null ? Null : new Text(value);

    public static FeelValue Of(IEnumerable<FeelValue> items) => new List([.. items]);

    /// <summary>Unknown, not there, or not computable.</summary>
    public sealed record Nothing : FeelValue;

    public sealed record Bool(bool Value) : FeelValue;

    public sealed record Number(decimal Value) : FeelValue;

    public sealed record Text(string Value) : FeelValue;

    public sealed record List(ImmutableArray<FeelValue> Items) : FeelValue;

    public sealed record Context(Variables Entries) : FeelValue;

    public sealed record Date(DateOnly Value) : FeelValue;

    public sealed record Instant(DateTimeOffset Value) : FeelValue;

    /// <summary>Days and time: a fixed length.</summary>
    public sealed record Duration(TimeSpan Value) : FeelValue;

    /// <summary>Years and months: a length that depends on where it begins.</summary>
    public sealed record Months(int Value) : FeelValue;

    /// <summary>工作日: whole working days, counted in a calendar of public holidays.</summary>
    public sealed record WorkingDays(int Value) : FeelValue;

    /// <summary>A repeated timer; <paramref name="Repeats"/> null is without end.</summary>
    public sealed record Cycle(int? Repeats, FeelValue Every) : FeelValue;

    /// <summary>What a variable can hold: JSON. Dates and lengths become their ISO 8601 text, as Zeebe writes them.</summary>
    public FeelValue AsData() => this switch
    {
        List list => new List([.. list.Items.Select(item => item.AsData())]),
        Context context => new Context(context.Entries.Map(value => value.AsData())),
        Nothing or Bool or Number or Text => this,
        _ => new Text(FeelText.Of(this))
    };
}
