using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>Computes an expression: three-valued logic, decimal numbers, and an end after a number of steps.</summary>
/// <param name="find">The value of a variable; a name that is not there is null.</param>
internal sealed class FeelEvaluation(Func<string, FeelValue?> find, DateTimeOffset now)
{
    /// <summary>An expression that needs more is refused: nobody waits for it.</summary>
    internal const int MostSteps = 20000;

    private readonly Stack<(string Name, FeelValue Value)> bound = new();
    private int steps;

    public FeelValue Of(FeelNode node)
    {
        if (++steps > MostSteps) throw new FeelFault(new($"表达式超过 {MostSteps} 步。", $"The expression needs more than {MostSteps} steps."));
        return node switch
        {
            FeelNode.Constant constant => constant.Value,
            FeelNode.Name name => Variable(name.Text),
            FeelNode.Path path => Member(Of(path.From), path.Member),
            FeelNode.Filter filter => Filtered(Of(filter.From), filter.By),
            FeelNode.Negated negated => FeelArithmetic.Negated(Of(negated.Part)),
            FeelNode.Operation { Sign: "and" } and => Logic(and, decisive: false),
            FeelNode.Operation { Sign: "or" } or => Logic(or, decisive: true),
            FeelNode.Operation operation => Applied(operation.Sign, Of(operation.Left), Of(operation.Right)),
            FeelNode.In test => Any(Of(test.Value), test.Tests),
            FeelNode.If choice => Of(Of(choice.Condition) is FeelValue.Bool { Value: true } ? choice.Then : choice.Else),
            FeelNode.Quantified quantified => Quantified(quantified),
            FeelNode.List list => new FeelValue.List([.. list.Items.Select(Of)]),
            FeelNode.Context context => new FeelValue.Context(Variables.Of(context.Entries.Select(e => (e.Name, Of(e.Value))))),
            FeelNode.Call call => FeelFunctions.Call(call.Function, [.. call.Arguments.Select(Of)], now),
            FeelNode.Range => FeelValue.Null,
            _ => throw new InvalidOperationException($"{node.GetType().Name} is no part of an expression.")
        };
    }

    private FeelValue Variable(string name)
    {
        foreach (var (known, value) in bound)
        {
            if (known == name) return value;
        }

        return find(name) ?? FeelValue.Null;
    }

    private static FeelValue Member(FeelValue from, string member) => from switch
    {
        FeelValue.Context context => context.Entries.Find(member) ?? FeelValue.Null,
        FeelValue.List list => new FeelValue.List([.. list.Items.Select(item => Member(item, member))]),
        _ => FeelValue.Null
    };

    private FeelValue Filtered(FeelValue from, FeelNode by)
    {
        var items = from is FeelValue.List list ? list.Items : from is FeelValue.Nothing ? [] : [from];
        if (by is FeelNode.Constant or FeelNode.Negated && Of(by) is FeelValue.Number index) return At(items, index.Value);
        if (by is FeelNode.Name && Of(by) is FeelValue.Number named) return At(items, named.Value);
        return new FeelValue.List([.. items.Where(item => With("item", item, by) is FeelValue.Bool { Value: true })]);
    }

    private static FeelValue At(ImmutableArray<FeelValue> items, decimal index) => index switch
    {
        >= 1 when index <= items.Length => items[(int)index - 1],
        <= -1 when -index <= items.Length => items[items.Length + (int)index],
        _ => FeelValue.Null
    };

    private FeelValue With(string name, FeelValue value, FeelNode node)
    {
        bound.Push((name, value));
        var result = Of(node);
        bound.Pop();
        return result;
    }

    /// <summary>Kleene's logic: the decisive value wins over what is unknown, the unknown over the other.</summary>
    private FeelValue Logic(FeelNode.Operation operation, bool decisive)
    {
        var left = Of(operation.Left) as FeelValue.Bool;
        if (left?.Value == decisive) return FeelValue.Of(decisive);
        var right = Of(operation.Right) as FeelValue.Bool;
        if (right?.Value == decisive) return FeelValue.Of(decisive);
        return left is null || right is null ? FeelValue.Null : FeelValue.Of(!decisive);
    }

    private static FeelValue Applied(string sign, FeelValue left, FeelValue right) => sign switch
    {
        "=" => FeelValue.Of(FeelOrder.Equal(left, right)),
        "!=" => FeelValue.Of(!FeelOrder.Equal(left, right)),
        "<" => FeelValue.Of(FeelOrder.Compare(left, right) < 0 ? true : FeelOrder.Compare(left, right) is null ? null : false),
        "<=" => FeelValue.Of(FeelOrder.Compare(left, right) <= 0 ? true : FeelOrder.Compare(left, right) is null ? null : false),
        ">" => FeelValue.Of(FeelOrder.Compare(left, right) > 0 ? true : FeelOrder.Compare(left, right) is null ? null : false),
        ">=" => FeelValue.Of(FeelOrder.Compare(left, right) >= 0 ? true : FeelOrder.Compare(left, right) is null ? null : false),
        _ => FeelArithmetic.Applied(sign, left, right)
    };

    private FeelValue Any(FeelValue value, ImmutableArray<FeelNode> tests)
    {
        bool? found = false;
        foreach (var test in tests)
        {
            var holds = Holds(value, test);
            if (holds == true) return FeelValue.True;
            if (holds is null) found = null;
        }

        return FeelValue.Of(found);
    }

    private bool? Holds(FeelValue value, FeelNode test)
    {
        if (test is FeelNode.Range range) return And(From(value, range), To(value, range));
        return Of(test) is FeelValue.List list ? list.Items.Any(item => FeelOrder.Equal(item, value) == true) : FeelOrder.Equal(value, Of(test));
    }

    private bool? From(FeelValue value, FeelNode.Range range) => range.From is null ? true
        : FeelOrder.Compare(value, Of(range.From)) is { } order ? order > 0 || (range.FromIncluded && order == 0) : null;

    private bool? To(FeelValue value, FeelNode.Range range) => range.To is null ? true
        : FeelOrder.Compare(value, Of(range.To)) is { } order ? order < 0 || (range.ToIncluded && order == 0) : null;

    private static bool? And(bool? left, bool? right) => left == false || right == false ? false : left is null || right is null ? null : true;

    private FeelValue Quantified(FeelNode.Quantified node)
    {
        if (Of(node.Of) is not FeelValue.List list) return FeelValue.Null;
        var unknown = false;
        foreach (var item in list.Items)
        {
            if (With(node.Variable, item, node.Condition) is not FeelValue.Bool holds) unknown = true;
            else if (holds.Value != node.Every) return FeelValue.Of(!node.Every);
        }

        return unknown ? FeelValue.Null : FeelValue.Of(node.Every);
    }
}
