using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>The parts without operators: literals, names, calls, lists, ranges.</summary>
internal sealed partial class FeelReader
{
    private static readonly string[] Keywords = ["if", "then", "else", "some", "every", "satisfies", "in", "and", "or", "for", "return", "between", "instance", "of", "function"];

    private FeelNode Primary()
    {
        var token = Token;
        switch (token.Kind)
        {
            case FeelTokenKind.Number: at++; return new FeelNode.Constant(FeelValue.Of(token.Number));
            case FeelTokenKind.Text: at++; return new FeelNode.Constant(FeelValue.Of(token.Text));
            case FeelTokenKind.Temporal: at++; return new FeelNode.Constant(FeelText.Temporal(token.Text) ?? throw new FeelFault(new("不是日期或时长。", "This is no date and no duration."), token.At));
            case FeelTokenKind.Name: return Named();
            case FeelTokenKind.Sign when token.Text == "(": return Bracket();
            case FeelTokenKind.Sign when token.Text == "[": return ListOrRange();
            case FeelTokenKind.Sign when token.Text == "{": return Entries();
            default: throw Unexpected();
        }
    }

    private FeelNode Named()
    {
        if (FunctionHere() is { } function) return Call(function);
        var word = Token.Text;
        if (Keywords.Contains(word)) throw Unexpected();
        if (tokens[at + 1] is { Kind: FeelTokenKind.Sign, Text: "(" })
        {
            throw new FeelFault(new($"没有名为“{word}”的函数。", $"There is no function \"{word}\" ({string.Join(", ", FeelFunctions.Names)})."), Token.At);
        }

        at++;
        return word switch
        {
            "true" => new FeelNode.Constant(FeelValue.True),
            "false" => new FeelNode.Constant(FeelValue.False),
            "null" => new FeelNode.Constant(FeelValue.Null),
            _ => new FeelNode.Name(word)
        };
    }

    /// <summary>Names of functions may hold blanks: the longest run of words that is one and stands before a bracket.</summary>
    private string? FunctionHere()
    {
        var name = "";
        for (var ahead = at; tokens[ahead].Kind == FeelTokenKind.Name && ahead < at + FeelFunctions.MostWords; ahead++)
        {
            name += (ahead == at ? "" : " ") + tokens[ahead].Text;
            if (!FeelFunctions.Has(name) || tokens[ahead + 1] is not { Kind: FeelTokenKind.Sign, Text: "(" }) continue;
            at = ahead + 1;
            return name;
        }

        return null;
    }

    private FeelNode.Call Call(string function)
    {
        var position = Token.At;
        Sign("(");
        var arguments = Several(")");
        return FeelFunctions.Takes(function, arguments.Length)
            ? new(function, arguments)
            : throw new FeelFault(new($"函数“{function}”的参数个数不对。", $"\"{function}\" does not take {arguments.Length} arguments."), position);
    }

    private ImmutableArray<FeelNode> Several(string close)
    {
        var items = ImmutableArray.CreateBuilder<FeelNode>();
        if (!IsSign(close))
        {
            items.Add(Expression());
            for (; IsSign(","); items.Add(Expression())) at++;
        }

        Sign(close);
        return items.ToImmutable();
    }

    private FeelNode Bracket()
    {
        at++;
        var inner = Expression();
        if (IsSign("..")) return RangeFrom(inner, included: false);
        Sign(")");
        return inner;
    }

    private FeelNode ListOrRange()
    {
        at++;
        if (IsSign("]"))
        {
            at++;
            return new FeelNode.List([]);
        }

        var first = Expression();
        if (IsSign("..")) return RangeFrom(first, included: true);
        var items = ImmutableArray.CreateBuilder<FeelNode>();
        for (items.Add(first); IsSign(","); items.Add(Expression())) at++;
        Sign("]");
        return new FeelNode.List(items.ToImmutable());
    }

    private FeelNode.Range RangeFrom(FeelNode from, bool included)
    {
        Sign("..");
        var to = Expression();
        var closed = IsSign("]");
        Sign(closed ? "]" : ")");
        return new(from, included, to, closed);
    }

    private FeelNode.Context Entries()
    {
        at++;
        var entries = ImmutableArray.CreateBuilder<(string, FeelNode)>();
        while (!IsSign("}"))
        {
            if (entries.Count > 0) Sign(",");
            var name = Token.Kind == FeelTokenKind.Text ? Take(FeelTokenKind.Text).Text : Take(FeelTokenKind.Name).Text;
            Sign(":");
            entries.Add((name, Expression()));
        }

        at++;
        return new(entries.ToImmutable());
    }

    /// <summary>What stands right of <c>in</c>: one test, or several in brackets.</summary>
    private ImmutableArray<FeelNode> Tests()
    {
        if (!IsSign("(")) return [Test()];
        var start = at++;
        var tests = ImmutableArray.CreateBuilder<FeelNode>();
        for (tests.Add(Test()); IsSign(","); tests.Add(Test())) at++;
        if (IsSign(".."))
        {
            at = start;
            return [Sum()];
        }

        Sign(")");
        return tests.ToImmutable();
    }

    private FeelNode Test()
    {
        if (!IsSign("<", "<=", ">", ">=")) return Sum();
        var sign = tokens[at++].Text;
        var edge = Sum();
        return sign[0] == '<' ? new FeelNode.Range(null, false, edge, sign == "<=") : new FeelNode.Range(edge, sign == ">=", null, false);
    }
}
