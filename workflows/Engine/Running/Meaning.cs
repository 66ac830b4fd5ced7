using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>What the expressions of a model mean at a moment. A fault is an incident of the element that asked.</summary>
internal interface IMeaning
{
    FeelValue Value(Expression expression, Func<string, FeelValue?> find, out Incident? fault);

    /// <summary>Whether a condition holds.</summary>
    /// <param name="owner">The flow or activity that it belongs to.</param>
    bool Holds(string owner, Expression expression, Func<string, FeelValue?> find, out Incident? fault);

    /// <summary>A text that is not empty.</summary>
    string Text(Expression expression, Func<string, FeelValue?> find, out Incident? fault);

    ImmutableArray<string> Texts(Expression? expression, Func<string, FeelValue?> find, out Incident? fault);

    ImmutableArray<FeelValue> Collection(string owner, Expression expression, Func<string, FeelValue?> find, out Incident? fault);

    /// <summary>When it is due, and of a cycle how long each turn is and how many there are.</summary>
    (Deadline Due, string? Every, int? Repeats)? Timer(Node node, Trigger.Timer timer, Func<string, FeelValue?> find, out Incident? fault);

    Deadline? Due(Expression? expression, Func<string, FeelValue?> find, out Incident? fault);
}

/// <summary>The ordinary meaning: FEEL over the instance's variables.</summary>
internal sealed class FeelMeaning(DateTimeOffset now, WorkingCalendar calendar) : IMeaning
{
    public FeelValue Value(Expression expression, Func<string, FeelValue?> find, out Incident? fault)
    {
        var value = expression.ValueIn(find, now, out var wording);
        fault = wording is null ? null : new(0, 0, "", "expression", wording);
        return value;
    }

    public bool Holds(string owner, Expression expression, Func<string, FeelValue?> find, out Incident? fault)
    {
        if (Value(expression, find, out fault) is FeelValue.Bool holds) return holds.Value;
        fault ??= Incident.Of("condition-unknown", $"条件“{expression.Text}”既不是真也不是假：可能缺少变量。", $"The condition {expression.Text} is neither true nor false: a variable may be missing.");
        return false;
    }

    public string Text(Expression expression, Func<string, FeelValue?> find, out Incident? fault)
    {
        var value = Value(expression, find, out fault);
        if (value is FeelValue.Text { Value.Length: > 0 } text) return text.Value;
        if (value is FeelValue.Number) return FeelText.Of(value);
        fault ??= Incident.Of("not-a-text", $"“{expression.Text}”应得到文字。", $"{expression.Text} should give a text.");
        return "";
    }

    public ImmutableArray<string> Texts(Expression? expression, Func<string, FeelValue?> find, out Incident? fault)
    {
        fault = null;
        if (expression is null) return [];
        var value = Value(expression, find, out fault);
        if (value is FeelValue.Text text) return [.. text.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (value is FeelValue.List list && list.Items.All(item => item is FeelValue.Text)) return [.. list.Items.Select(FeelText.Of)];
        fault ??= Incident.Of("not-a-text", $"“{expression.Text}”应得到文字或文字列表。", $"{expression.Text} should give a text or a list of texts.");
        return [];
    }

    public ImmutableArray<FeelValue> Collection(string owner, Expression expression, Func<string, FeelValue?> find, out Incident? fault)
    {
        if (Value(expression, find, out fault).AsData() is FeelValue.List list) return list.Items;
        fault ??= Incident.Of("not-a-list", $"“{expression.Text}”应得到列表。", $"{expression.Text} should give a list.");
        return [];
    }

    public (Deadline Due, string? Every, int? Repeats)? Timer(Node node, Trigger.Timer timer, Func<string, FeelValue?> find, out Incident? fault)
    {
        var value = Clocks.Temporal(Value(timer.When, find, out fault));
        if (fault is not null) return null;
        if (timer.Kind != TimerKind.Cycle) return Clocks.Begin(value, now, calendar, out fault) is { } due ? (due, null, null) : null;
        if (value is FeelValue.Cycle cycle && Clocks.IsForward(cycle.Every) && cycle.Repeats != 0)
        {
            return Clocks.Begin(cycle.Every, now, calendar, out fault) is { } first ? (first, FeelText.Of(cycle.Every), cycle.Repeats) : null;
        }

        fault = Incident.Of("timer-value", $"“{FeelText.Of(value)}”不是周期。", $"\"{FeelText.Of(value)}\" is no cycle.");
        return null;
    }

    public Deadline? Due(Expression? expression, Func<string, FeelValue?> find, out Incident? fault)
    {
        fault = null;
        if (expression is null) return null;
        var value = Value(expression, find, out fault);
        return fault is not null || value is FeelValue.Nothing ? null : Clocks.Begin(value, now, calendar, out fault);
    }
}
