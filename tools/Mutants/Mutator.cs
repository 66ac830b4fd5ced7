using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace PilotRegistry.Mutants;

/// <summary>A check that can be taken out, or a comparison that can be shifted.</summary>
/// <param name="Line">From 1.</param>
/// <param name="What">What is done to it.</param>
/// <param name="Text">The expression.</param>
public sealed record Mutant(int Id, string File, int Line, string What, string Text);

/// <summary>
/// Writes a file so that each check in it can be switched off while it runs. A removed check is evaluated all the same, so that what it
/// assigns is assigned. A pattern that names parts which later code uses cannot be taken out: without it that code would not compile.
/// </summary>
/// <param name="excluded">Places (file, line) whose mutants did not compile.</param>
public sealed class Mutator(string file, List<Mutant> mutants, ISet<(string, int)> excluded) : CSharpSyntaxRewriter
{
    private static readonly Dictionary<SyntaxKind, SyntaxKind> Shifted = new()
    {
        [SyntaxKind.LessThanExpression] = SyntaxKind.LessThanOrEqualExpression,
        [SyntaxKind.LessThanOrEqualExpression] = SyntaxKind.LessThanExpression,
        [SyntaxKind.GreaterThanExpression] = SyntaxKind.GreaterThanOrEqualExpression,
        [SyntaxKind.GreaterThanOrEqualExpression] = SyntaxKind.GreaterThanExpression,
        [SyntaxKind.EqualsExpression] = SyntaxKind.NotEqualsExpression,
        [SyntaxKind.NotEqualsExpression] = SyntaxKind.EqualsExpression,
    };

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
        return IsRefusal(node.Statement) && !node.Condition.IsKind(SyntaxKind.LogicalOrExpression) ? visited.WithCondition(Never(node.Condition, visited.Condition)) : visited;
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var visited = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
        return node.WhenFalse is ThrowExpressionSyntax or LiteralExpressionSyntax && !IsJunction(node.Condition) ? visited.WithCondition(Always(node.Condition, visited.Condition))
            : node.WhenTrue is ThrowExpressionSyntax && !IsJunction(node.Condition) ? visited.WithCondition(Never(node.Condition, visited.Condition))
            : visited;
    }

    public override SyntaxNode? VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        var visited = (AssignmentExpressionSyntax)base.VisitAssignmentExpression(node)!;
        return node.Kind() switch
        {
            SyntaxKind.AndAssignmentExpression when !IsJunction(node.Right) => visited.WithRight(Always(node.Right, visited.Right)),
            SyntaxKind.OrAssignmentExpression when !IsJunction(node.Right) => visited.WithRight(Never(node.Right, visited.Right)),
            _ => visited
        };
    }

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = (BinaryExpressionSyntax)base.VisitBinaryExpression(node)!;
        if (IsJunction(node))
        {
            return node.IsKind(SyntaxKind.LogicalAndExpression)
                ? visited.WithLeft(IsKindOf(node.Left, node) ? visited.Left : Always(node.Left, visited.Left)).WithRight(Always(node.Right, visited.Right))
                : visited.WithLeft(IsKindOf(node.Left, node) ? visited.Left : Never(node.Left, visited.Left)).WithRight(Never(node.Right, visited.Right));
        }

        return Shifted.TryGetValue(node.Kind(), out var other) && !Declares(node) && Add(node, $"as {Token(Operator(other))}") is { } id
            ? ParenthesizedExpression(ConditionalExpression(On(id), ParenthesizedExpression(BinaryExpression(other, node.Left, Token(Operator(other)).WithTriviaFrom(node.OperatorToken), node.Right)), ParenthesizedExpression(visited.WithoutTrivia())))
                .WithTriviaFrom(node)
            : visited;
    }

    /// <summary>Constants are no checks.</summary>
    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    private static bool IsKindOf(ExpressionSyntax part, ExpressionSyntax whole) => part.IsKind(whole.Kind());

    private static bool IsJunction(ExpressionSyntax node) => node.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression;

    /// <summary>Throws, or gives up with the least there is.</summary>
    private static bool IsRefusal(StatementSyntax then) => then switch
    {
        BlockSyntax { Statements: [var only] } => IsRefusal(only),
        BlockSyntax { Statements: [.., ThrowStatementSyntax] } or ThrowStatementSyntax => true,
        ReturnStatementSyntax { Expression: LiteralExpressionSyntax } => true,
        ExpressionStatementSyntax => true,
        YieldStatementSyntax => true,
        _ => false
    };

    private ExpressionSyntax Always(ExpressionSyntax original, ExpressionSyntax visited) => Names(original) || Add(original, "taken out") is not { } id
        ? visited
        : ParenthesizedExpression(BinaryExpression(SyntaxKind.LogicalOrExpression, ParenthesizedExpression(visited.WithoutTrivia()), On(id))).WithTriviaFrom(original);

    private ExpressionSyntax Never(ExpressionSyntax original, ExpressionSyntax visited) => Names(original) || Add(original, "taken out") is not { } id
        ? visited
        : ParenthesizedExpression(BinaryExpression(
            SyntaxKind.LogicalAndExpression, ParenthesizedExpression(visited.WithoutTrivia()), PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, On(id)))).WithTriviaFrom(original);

    /// <summary>Written twice, it would declare twice.</summary>
    private static bool Declares(ExpressionSyntax node) => Names(node) || node.DescendantNodes().Any(n => n is DeclarationExpressionSyntax);

    private static bool Names(ExpressionSyntax node) => node.DescendantNodes().Any(n =>
        n is DeclarationPatternSyntax or VarPatternSyntax or RecursivePatternSyntax { Designation: not null } or ListPatternSyntax { Designation: not null });

    private int? Add(ExpressionSyntax node, string what)
    {
        var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        if (excluded.Contains((file, line)))
        {
            return null;
        }

        mutants.Add(new(mutants.Count, file, line, what, string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        return mutants.Count - 1;
    }

    private static ExpressionSyntax On(int id) => ParseExpression($"PilotRegistry.TransparencyLog.Mutation.On({id})");

    private static SyntaxKind Operator(SyntaxKind comparison) => comparison switch
    {
        SyntaxKind.LessThanExpression => SyntaxKind.LessThanToken,
        SyntaxKind.LessThanOrEqualExpression => SyntaxKind.LessThanEqualsToken,
        SyntaxKind.GreaterThanExpression => SyntaxKind.GreaterThanToken,
        SyntaxKind.GreaterThanOrEqualExpression => SyntaxKind.GreaterThanEqualsToken,
        SyntaxKind.EqualsExpression => SyntaxKind.EqualsEqualsToken,
        _ => SyntaxKind.ExclamationEqualsToken
    };
}
