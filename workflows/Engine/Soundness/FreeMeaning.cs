using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>
/// Conditions that may be true or false, collections of none, one or two items, timers that fire once or never: whatever a case could
/// bring. Which of it happens is read from a tape of choices; beyond its end the first choice is taken.
/// </summary>
internal sealed class FreeMeaning(IReadOnlyList<int> tape) : IMeaning
{
    private const int MostItems = 2;

    private readonly List<(int Taken, int Of)> made = [];

    /// <summary>The tape of the next way through; null when every way was taken.</summary>
    public IReadOnlyList<int>? Next
    {
        get
        {
            var last = made.FindLastIndex(choice => choice.Taken + 1 < choice.Of);
            return last < 0 ? null : [.. made.Take(last).Select(choice => choice.Taken), made[last].Taken + 1];
        }
    }

    public FeelValue Value(Expression expression, Func<string, FeelValue?> find, out Incident? fault)
    {
        fault = null;
        return FeelValue.Null;
    }

    public bool Holds(string owner, Expression expression, Func<string, FeelValue?> find, out Incident? fault)
    {
        fault = null;
        return expression.IsFixed ? expression.ValueIn(_ => null, default, out _) is FeelValue.Bool { Value: true } : Choose(2) == 0;
    }

    public string Text(Expression expression, Func<string, FeelValue?> find, out Incident? fault)
    {
        fault = null;
        return expression.Fixed ?? "?";
    }

    public ImmutableArray<string> Texts(Expression? expression, Func<string, FeelValue?> find, out Incident? fault)
    {
        fault = null;
        return [];
    }

    public ImmutableArray<FeelValue> Collection(string owner, Expression expression, Func<string, FeelValue?> find, out Incident? fault)
    {
        fault = null;
        return [.. Enumerable.Repeat(FeelValue.Null, MostItems - Choose(MostItems + 1))];
    }

    public (Deadline Due, string? Every, int? Repeats)? Timer(Node node, Trigger.Timer timer, Func<string, FeelValue?> find, out Incident? fault)
    {
        fault = null;
        return (new(ClockKind.Fixed, DateTimeOffset.MaxValue), null, null);
    }

    public Deadline? Due(Expression? expression, Func<string, FeelValue?> find, out Incident? fault)
    {
        fault = null;
        return null;
    }

    private int Choose(int of)
    {
        var taken = made.Count < tape.Count ? tape[made.Count] : 0;
        made.Add((taken, of));
        return taken;
    }
}
