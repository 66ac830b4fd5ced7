using System.Text.Json;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>The subset of FEEL: what it gives, and how it refuses.</summary>
public sealed class FeelTests
{
    private static readonly Variables Known = Case.Values(
        ("x", 5), ("name", "绿电"), ("yes", true), ("no", false), ("nothing", null), ("list", new[] { 3, 1, 2 }), ("park", new { code = "ZC-01", area = new { km2 = 2.5 } }),
        ("votes", new object[] { new { score = 80, by = "a" }, new { score = 90, by = "b" } }), ("due", "2026-03-05"));

    [Theory]
    [InlineData("1 + 2 * 3 - 4 / 8", "6.5")]
    [InlineData("(1 + 2) * -3", "-9")]
    [InlineData("0.1 + 0.2 = 0.3", "true")]
    [InlineData("1 / 0", "null")]
    [InlineData("79228162514264337593543950335 + 1", "null")]
    [InlineData("1 + \"a\"", "null")]
    [InlineData("name + \"直连\"", "\"绿电直连\"")]
    [InlineData("park.area.km2 > 2", "true")]
    [InlineData("park.nothing.deeper", "null")]
    [InlineData("unknown", "null")]
    [InlineData("x != 5", "false")]
    [InlineData("\"a\" = 1", "null")]
    [InlineData("nothing = null", "true")]
    [InlineData("x > \"a\"", "null")]
    [InlineData("x in [1..5]", "true")]
    [InlineData("x in (1..5)", "false")]
    [InlineData("x in (1, 5, 9)", "true")]
    [InlineData("x in (< 3, > 4)", "true")]
    [InlineData("x in list", "false")]
    [InlineData("if x > 3 then \"much\" else \"little\"", "\"much\"")]
    [InlineData("if unknown then 1 else 2", "2")]
    [InlineData("some v in votes satisfies v.score > 85", "true")]
    [InlineData("every v in votes satisfies v.score > 85", "false")]
    [InlineData("list[1]", "3")]
    [InlineData("list[-1]", "2")]
    [InlineData("list[9]", "null")]
    [InlineData("list[item >= 2]", "[3,2]")]
    [InlineData("sum(votes.score)", "170")]
    [InlineData("{a: 1, \"b c\": [true, null]}", "{\"a\":1,\"b c\":[true,null]}")]
    [InlineData("@\"2026-01-31\" + duration(\"P1M\")", "\"2026-02-28\"")]
    [InlineData("date(due) - date(\"2026-03-02\")", "\"P3D\"")]
    [InlineData("date(due) > today()", "true")]
    [InlineData("date and time(\"2026-03-02T09:00:00+08:00\") = now()", "true")]
    [InlineData("duration(\"PT36H\") < duration(\"P2D\")", "true")]
    [InlineData("duration(\"P1Y2M\")", "\"P14M\"")]
    [InlineData("working days(5)", "\"P5WD\"")]
    [InlineData("cycle(3, duration(\"PT1H\"))", "\"R3/PT1H\"")]
    public void Gives(string expression, string value) => Assert.Equal(value, Value(expression));

    [Theory]
    [InlineData("not(yes)", "false")]
    [InlineData("not(unknown)", "null")]
    [InlineData("is defined(x)", "true")]
    [InlineData("is defined(unknown)", "false")]
    [InlineData("contains(name, \"电\")", "true")]
    [InlineData("starts with(name, \"绿\")", "true")]
    [InlineData("ends with(name, \"绿\")", "false")]
    [InlineData("string length(\"a绿😀\")", "3")]
    [InlineData("upper case(\"ab\")", "\"AB\"")]
    [InlineData("lower case(\"AB\")", "\"ab\"")]
    [InlineData("string(1.50)", "\"1.5\"")]
    [InlineData("number(\"2.5\")", "2.5")]
    [InlineData("number(\"2,5\")", "null")]
    [InlineData("abs(-2)", "2")]
    [InlineData("floor(-1.5)", "-2")]
    [InlineData("ceiling(1.2)", "2")]
    [InlineData("count(list)", "3")]
    [InlineData("mean([1, 2])", "1.5")]
    [InlineData("min(list)", "1")]
    [InlineData("max([\"a\", \"c\", \"b\"])", "\"c\"")]
    [InlineData("max([])", "null")]
    [InlineData("sum([1, null])", "null")]
    [InlineData("all([true, null])", "null")]
    [InlineData("all([true, false, null])", "false")]
    [InlineData("any([false, null, true])", "true")]
    [InlineData("list contains(list, 2)", "true")]
    [InlineData("append(list, 4)", "[3,1,2,4]")]
    [InlineData("concatenate(list, [9])", "[3,1,2,9]")]
    public void Functions_give(string expression, string value) => Assert.Equal(value, Value(expression));

    /// <summary>Kleene's tables: the decisive value wins over the unknown.</summary>
    [Theory]
    [InlineData("yes and unknown", "null")]
    [InlineData("unknown and yes", "null")]
    [InlineData("no and unknown", "false")]
    [InlineData("unknown and no", "false")]
    [InlineData("yes or unknown", "true")]
    [InlineData("unknown or yes", "true")]
    [InlineData("no or unknown", "null")]
    [InlineData("unknown or no", "null")]
    [InlineData("yes and 1", "null")]
    public void Logic_has_three_values(string expression, string value) => Assert.Equal(value, Value(expression));

    [Theory]
    [InlineData("1 +", "At character 4: The expression ends too early.")]
    [InlineData("1 2", "At character 3: \"2\" does not belong here.")]
    [InlineData("a ? b", "At character 3: \"?\" is not understood here.")]
    [InlineData("\"open", "At character 1: The quotation is not closed.")]
    [InlineData("if a then b", "At character 12: \"else\" is expected here.")]
    [InlineData("1 < 2 < 3", "At character 7: \"<\" does not belong here.")]
    [InlineData("count()", "At character 6: \"count\" does not take 0 arguments.")]
    [InlineData("@\"soon\"", "At character 1: This is no date and no duration.")]
    [InlineData("12345678901234567890123456789012", "At character 1: The number is too long.")]
    public void What_cannot_be_read_is_refused_with_its_place(string expression, string refusal)
    {
        Assert.Null(Expression.Read("=" + expression, out var fault));
        Assert.Equal(refusal, fault!.En);
        Assert.NotEqual(fault.En, fault.Zh);
    }

    [Fact]
    public void An_unknown_function_names_those_that_exist()
    {
        Expression.Read("=secret(1)", out var fault);
        Assert.Contains("working days", fault!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_steps_end_the_computation()
    {
        var many = Case.Values(("l", Enumerable.Range(0, 200).ToArray()));
        Expression.Read("=every a in l satisfies every b in l satisfies every c in l satisfies a + b + c >= 0", out _)!.ValueIn(many.Find, default, out var fault);
        Assert.Contains("steps", fault!.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("-", "")]
    [InlineData("not(", ")")]
    public void Deep_nesting_is_refused_and_breaks_nothing(string open, string close)
    {
        var nested = string.Concat(Enumerable.Repeat(open, 900)) + "1" + string.Concat(Enumerable.Repeat(close, 900));
        Assert.Null(Expression.Read("=" + nested[..Math.Min(nested.Length, 3900)], out var fault));
        Assert.Contains("deeper", fault!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_sum_is_no_deep_nesting() => Assert.Equal("1900", Value(string.Join("+", Enumerable.Repeat("1", 1900))));

    [Fact]
    public void Text_without_an_equals_sign_stands_for_itself() =>
        Assert.Equal(FeelValue.Of("1 + 1"), Expression.Read(" 1 + 1 ", out _)!.ValueIn(_ => null, default, out _));

    private static string Value(string expression)
    {
        var read = Expression.Read("=" + expression, out var unread);
        Assert.Null(unread);
        var value = read!.ValueIn(Known.Find, Case.Monday, out var fault);
        Assert.Null(fault);
        return JsonSerializer.Serialize(value.AsData(), Plain);
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
