namespace PilotRegistry.Methodology;

/// <summary>
/// A formula of a rule pack over named quantities of the year: numbers, names, + - * / and parentheses, nothing else. A
/// quantity that is not there, a division by zero or a number no park could reach gives no value.
/// </summary>
public sealed class Formula
{
    /// <summary>Beyond this a sum could leave decimal.</summary>
    private const double Most = 5e28;

    private readonly FormulaPart root;

    internal Formula(string text, FormulaPart root, IReadOnlyList<string> names) => (Text, this.root, Names) = (text, root, names);

    /// <summary>As the pack writes it.</summary>
    public string Text { get; }

    /// <summary>The quantities it speaks of, each once, in the order of the text.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>With the signs of a derivation.</summary>
    public string Shown => Text.Replace('*', '×').Replace('/', '÷').Replace('-', '−');

    public decimal? ValueOf(Func<string, decimal?> quantity) => Value(root, quantity);

    private static decimal? Value(FormulaPart part, Func<string, decimal?> quantity) => part switch
    {
        FormulaPart.Number number => number.Value,
        FormulaPart.Name name => quantity(name.Text),
        FormulaPart.Negated negated => -Value(negated.Part, quantity),
        FormulaPart.Operation operation => Apply(operation.Sign, Value(operation.Left, quantity), Value(operation.Right, quantity)),
        _ => throw new InvalidOperationException($"{part.GetType().Name} is no part of a formula.")
    };

    private static decimal? Apply(char sign, decimal? left, decimal? right)
    {
        if (left is not { } a || right is not { } b || (sign == '/' && b == 0)) return null;
        var (x, y) = ((double)a, (double)b);
        var about = sign switch { '+' => x + y, '-' => x - y, '*' => x * y, _ => x / y };
        if (Math.Abs(about) > Most) return null;
        return sign switch { '+' => a + b, '-' => a - b, '*' => a * b, _ => a / b };
    }
}

/// <summary>A piece of a formula that has been read.</summary>
internal abstract record FormulaPart
{
    internal sealed record Number(decimal Value) : FormulaPart;
    internal sealed record Name(string Text) : FormulaPart;
    internal sealed record Negated(FormulaPart Part) : FormulaPart;
    internal sealed record Operation(char Sign, FormulaPart Left, FormulaPart Right) : FormulaPart;
}
