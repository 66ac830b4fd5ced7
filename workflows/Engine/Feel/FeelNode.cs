using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>A piece of an expression that has been read.</summary>
internal abstract record FeelNode
{
    internal sealed record Constant(FeelValue Value) : FeelNode;

    internal sealed record Name(string Text) : FeelNode;

    internal sealed record Path(FeelNode From, string Member) : FeelNode;

    /// <summary>By number (1 is the first, -1 the last) or by a condition over <c>item</c>.</summary>
    internal sealed record Filter(FeelNode From, FeelNode By) : FeelNode;

    internal sealed record Negated(FeelNode Part) : FeelNode;

    internal sealed record Operation(string Sign, FeelNode Left, FeelNode Right) : FeelNode;

    internal sealed record In(FeelNode Value, ImmutableArray<FeelNode> Tests) : FeelNode;

    /// <summary>From here to there; an open end is null in the text <c>&lt; 5</c>.</summary>
    internal sealed record Range(FeelNode? From, bool FromIncluded, FeelNode? To, bool ToIncluded) : FeelNode;

    internal sealed record If(FeelNode Condition, FeelNode Then, FeelNode Else) : FeelNode;

    internal sealed record Quantified(bool Every, string Variable, FeelNode Of, FeelNode Condition) : FeelNode;

    internal sealed record List(ImmutableArray<FeelNode> Items) : FeelNode;

    internal sealed record Context(ImmutableArray<(string Name, FeelNode Value)> Entries) : FeelNode;

    internal sealed record Call(string Function, ImmutableArray<FeelNode> Arguments) : FeelNode;
}

/// <summary>Looks at expressions without computing them.</summary>
internal static class FeelNames
{
    /// <summary>The variables it speaks of, without those it binds itself.</summary>
    public static IEnumerable<string> Of(FeelNode node) => node switch
    {
        FeelNode.Name name => [name.Text],
        FeelNode.Path path => Of(path.From),
        FeelNode.Filter filter => Of(filter.From).Concat(Of(filter.By).Where(name => name != "item")),
        FeelNode.Negated negated => Of(negated.Part),
        FeelNode.Operation operation => Of(operation.Left).Concat(Of(operation.Right)),
        FeelNode.In test => Of(test.Value).Concat(test.Tests.SelectMany(Of)),
        FeelNode.Range range => new[] { range.From, range.To }.Where(end => end is not null).SelectMany(end => Of(end!)),
        FeelNode.If choice => Of(choice.Condition).Concat(Of(choice.Then)).Concat(Of(choice.Else)),
        FeelNode.Quantified quantified => Of(quantified.Of).Concat(Of(quantified.Condition).Where(name => name != quantified.Variable)),
        FeelNode.List list => list.Items.SelectMany(Of),
        FeelNode.Context context => context.Entries.SelectMany(entry => Of(entry.Value)),
        FeelNode.Call call => call.Arguments.SelectMany(Of),
        _ => []
    };
}
