namespace PilotRegistry.Methodology;

/// <summary>Reads a formula, or says what is wrong with it and where.</summary>
internal sealed class FormulaReader
{
    private const int MaxLength = 500;
    private const int MaxDepth = 20;

    private readonly string text;
    private readonly List<string> names = [];
    private string? fault;
    private int at;
    private int depth;

    private FormulaReader(string text) => this.text = text;

    public static Formula? Read(string text, out string fault)
    {
        var reader = new FormulaReader(text);
        var root = text.Length > MaxLength ? reader.Fail($"is longer than {MaxLength} characters") : reader.Sum();
        if (reader.fault is null && reader.Next() != '\0') reader.Fail($"has something unexpected at {reader.at + 1}: {text[reader.at]}");
        fault = reader.fault ?? "";
        return root is null || reader.fault is not null ? null : new(text, root, [.. reader.names.Distinct()]);
    }

    /// <summary>The next character that is no blank, without taking it; \0 at the end.</summary>
    private char Next()
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at < text.Length ? text[at] : '\0';
    }

    private FormulaPart? Sum()
    {
        var left = Product();
        while (left is not null && Next() is '+' or '-') left = Operation(text[at++], left!, Product());
        return left;
    }

    private FormulaPart? Product()
    {
        var left = Factor();
        while (left is not null && Next() is '*' or '/') left = Operation(text[at++], left!, Factor());
        return left;
    }

    private static FormulaPart.Operation? Operation(char sign, FormulaPart left, FormulaPart? right) =>
        right is null ? null : new(sign, left, right);

    private FormulaPart? Factor()
    {
        if (++depth > MaxDepth) return Fail($"is nested deeper than {MaxDepth}");
        FormulaPart? part = Next() switch
        {
            '(' => Bracket(),
            '-' => Negated(),
            >= '0' and <= '9' => Number(),
            (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => Name(),
            '\0' => Fail("ends too early"),
            var other => Fail($"has something unexpected at {at + 1}: {other}")
        };
        depth--;
        return part;
    }

    private FormulaPart? Bracket()
    {
        at++;
        var inner = Sum();
        if (inner is null) return null;
        if (Next() != ')') return Fail("has a bracket that is not closed");
        at++;
        return inner;
    }

    private FormulaPart.Negated? Negated()
    {
        at++;
        return Factor() is { } part ? new(part) : null;
    }

    private FormulaPart? Number()
    {
        var word = Take(character => char.IsAsciiDigit(character) || character == '.');
        return NumberText.TryParse(word, out var number) && NumberText.FitsDigits(word)
            ? new FormulaPart.Number(number)
            : Fail($"has no plain number at {at - word.Length + 1}: {word}");
    }

    private FormulaPart? Name()
    {
        var word = Take(char.IsAsciiLetterOrDigit);
        if (!Quantities.Known.ContainsKey(word)) return Fail($"names the unknown quantity {word} ({string.Join(", ", Quantities.Known.Keys)})");
        names.Add(word);
        return new FormulaPart.Name(word);
    }

    private string Take(Func<char, bool> belongs)
    {
        var start = at;
        while (at < text.Length && belongs(text[at])) at++;
        return text[start..at];
    }

    private FormulaPart? Fail(string why)
    {
        fault ??= why;
        return null;
    }
}
