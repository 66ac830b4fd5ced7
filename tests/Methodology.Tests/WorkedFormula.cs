namespace PilotRegistry.Methodology.Tests;

/// <summary>Works out a derivation's formula from its named numbers: + − × ÷ and brackets.</summary>
internal sealed class WorkedFormula
{
    private readonly string text;
    private readonly Dictionary<string, decimal> names;
    private int at;

    private WorkedFormula(DerivationEntry step)
    {
        text = step.Formula.Replace(" ", "", StringComparison.Ordinal);
        names = step.Inputs.Items.ToDictionary(input => input.Key, input => input.Value);
        if (step.Factor is { } factor) names["factor"] = factor.Value;
    }

    public static decimal ValueOf(DerivationEntry step)
    {
        var formula = new WorkedFormula(step);
        var value = formula.Sum();
        Assert.Equal(formula.text.Length, formula.at);
        return value;
    }

    private decimal Sum()
    {
        var value = Take('−') ? -Product() : Product();
        while (true)
            if (Take('+')) value += Product();
            else if (Take('−')) value -= Product();
            else return value;
    }

    private decimal Product()
    {
        var value = Atom();
        while (true)
            if (Take('×')) value *= Atom();
            else if (Take('÷')) value /= Atom();
            else return value;
    }

    private decimal Atom()
    {
        if (Take('('))
        {
            var inner = Sum();
            Assert.True(Take(')'), text);
            return inner;
        }
        var start = at;
        while (at < text.Length && char.IsAsciiLetterOrDigit(text[at])) at++;
        var word = text[start..at];
        return NumberText.TryParse(word, out var number) ? number : names[word];
    }

    private bool Take(char sign)
    {
        if (at >= text.Length || text[at] != sign) return false;
        at++;
        return true;
    }
}
