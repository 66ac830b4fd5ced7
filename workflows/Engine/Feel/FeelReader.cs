using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>Reads the subset of FEEL that models may use, or says what is wrong and where.</summary>
internal sealed partial class FeelReader
{
    private const int MaxLength = 4000;
    private const int MaxDepth = 40;

    private readonly List<FeelToken> tokens;
    private int at;
    private int depth;

    private FeelReader(string text) => tokens = FeelTokens.Of(text);

    /// <exception cref="FeelFault">The text is no expression of the subset.</exception>
    public static FeelNode Read(string text)
    {
        if (text.Length > MaxLength) throw new FeelFault(new($"表达式超过 {MaxLength} 个字符。", $"The expression is longer than {MaxLength} characters."));
        var reader = new FeelReader(text);
        var node = reader.Expression();
        return reader.Token.Kind == FeelTokenKind.End ? node : throw reader.Unexpected();
    }

    private FeelToken Token => tokens[at];

    private FeelNode Expression()
    {
        if (++depth > MaxDepth) throw new FeelFault(new($"嵌套超过 {MaxDepth} 层。", $"Nested deeper than {MaxDepth}."), Token.At);
        var node = Token switch
        {
            { Kind: FeelTokenKind.Name, Text: "if" } => Conditional(),
            { Kind: FeelTokenKind.Name, Text: "some" or "every" } => Quantified(),
            _ => Or()
        };
        depth--;
        return node;
    }

    private FeelNode.If Conditional()
    {
        at++;
        var condition = Expression();
        Word("then");
        var then = Expression();
        Word("else");
        return new(condition, then, Expression());
    }

    private FeelNode.Quantified Quantified()
    {
        var every = tokens[at++].Text == "every";
        var variable = Take(FeelTokenKind.Name).Text;
        Word("in");
        var of = Expression();
        Word("satisfies");
        return new(every, variable, of, Expression());
    }

    private FeelNode Or()
    {
        var left = And();
        while (IsWord("or")) left = Operation(left, And);
        return left;
    }

    private FeelNode And()
    {
        var left = Comparison();
        while (IsWord("and")) left = Operation(left, Comparison);
        return left;
    }

    private FeelNode Comparison()
    {
        var left = Sum();
        if (IsWord("in"))
        {
            at++;
            return new FeelNode.In(left, Tests());
        }

        if (!IsSign("=", "!=", "<", "<=", ">", ">=")) return left;
        var compared = Operation(left, Sum);
        return IsSign("=", "!=", "<", "<=", ">", ">=") ? throw Unexpected() : compared;
    }

    private FeelNode Sum()
    {
        var left = Product();
        while (IsSign("+", "-")) left = Operation(left, Product);
        return left;
    }

    private FeelNode Product()
    {
        var left = Signed();
        while (IsSign("*", "/")) left = Operation(left, Signed);
        return left;
    }

    private FeelNode Signed()
    {
        if (!IsSign("-")) return Postfix();
        at++;
        if (++depth > MaxDepth) throw new FeelFault(new($"嵌套超过 {MaxDepth} 层。", $"Nested deeper than {MaxDepth}."), Token.At);
        var part = Signed();
        depth--;
        return new FeelNode.Negated(part);
    }

    private FeelNode.Operation Operation(FeelNode left, Func<FeelNode> right)
    {
        var sign = tokens[at++].Text;
        return new(sign, left, right());
    }

    private FeelNode Postfix()
    {
        var node = Primary();
        while (true)
        {
            if (IsSign("."))
            {
                at++;
                node = new FeelNode.Path(node, Take(FeelTokenKind.Name).Text);
            }
            else if (IsSign("["))
            {
                at++;
                node = new FeelNode.Filter(node, Expression());
                Sign("]");
            }
            else
            {
                return node;
            }
        }
    }

    private bool IsWord(string word) => Token.Kind == FeelTokenKind.Name && Token.Text == word;

    private bool IsSign(params ReadOnlySpan<string> signs) => Token.Kind == FeelTokenKind.Sign && signs.Contains(Token.Text);

    private void Word(string word)
    {
        if (!IsWord(word)) throw Expected(word);
        at++;
    }

    private void Sign(string sign)
    {
        if (!IsSign(sign)) throw Expected(sign);
        at++;
    }

    private FeelToken Take(FeelTokenKind kind) => Token.Kind == kind ? tokens[at++] : throw Unexpected();

    private FeelFault Expected(string what) => new(new($"这里应为“{what}”。", $"\"{what}\" is expected here."), Token.At);

    private FeelFault Unexpected() => Token.Kind == FeelTokenKind.End
        ? new(new("表达式不完整。", "The expression ends too early."), Token.At)
        : new(new($"这里不应出现“{Token.Text}”。", $"\"{Token.Text}\" does not belong here."), Token.At);
}
