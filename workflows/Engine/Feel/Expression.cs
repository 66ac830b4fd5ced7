namespace PilotRegistry.Workflows.Engine;

/// <summary>What a model writes where a value is wanted: a text, or FEEL behind <c>=</c>. Two are the same when they are written the same.</summary>
public sealed class Expression : IEquatable<Expression>
{
    private readonly FeelNode node;

    private Expression(string text, FeelNode node) => (Text, this.node) = (text, node);

    /// <summary>As the model writes it.</summary>
    public string Text { get; }

    /// <summary>Whether it is the same whatever the variables hold.</summary>
    public bool IsFixed => node is FeelNode.Constant;

    /// <summary>The text that it always gives; null when variables decide, or when it gives no text.</summary>
    public string? Fixed => (node as FeelNode.Constant)?.Value is FeelValue.Text text ? text.Value : null;

    /// <summary>The variables it speaks of, each once.</summary>
    public IEnumerable<string> Names => FeelNames.Of(node).Distinct();

    /// <summary>Reads it, or says what is wrong with it.</summary>
    public static Expression? Read(string text, out Wording? fault)
    {
        fault = null;
        var trimmed = text.Trim();
        if (!trimmed.StartsWith('=')) return new(text, new FeelNode.Constant(FeelValue.Of(trimmed)));
        try
        {
            return new(text, FeelReader.Read(trimmed[1..]));
        }
        catch (FeelFault found)
        {
            fault = found.Wording;
            return null;
        }
    }

    /// <summary>Its value; a fault when it needs too many steps.</summary>
    public FeelValue ValueIn(Func<string, FeelValue?> find, DateTimeOffset now, out Wording? fault)
    {
        fault = null;
        try
        {
            return new FeelEvaluation(find, now).Of(node);
        }
        catch (Exception e) when (e is FeelFault or OverflowException)
        {
            fault = (e as FeelFault)?.Wording ?? new("数字超出范围。", "A number is out of range.");
            return FeelValue.Null;
        }
    }

    public bool Equals(Expression? other) => other?.Text == Text;

    public override bool Equals(object? obj) => Equals(obj as Expression);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
