namespace PilotRegistry.Methodology.Tests;

/// <summary>The small language of added indicators: it computes, or it gives no value, and it never fails.</summary>
public sealed class FormulaTests
{
    private static readonly Dictionary<string, decimal?> Numbers = new()
    {
        ["total"] = 60,
        ["energy"] = 200,
        ["removals"] = 0,
        ["waterShare"] = null,
        ["fuel"] = 79_000_000_000_000_000_000_000_000_000m
    };

    private static decimal? Work(string text)
    {
        var formula = FormulaReader.Read(text, out var fault);
        Assert.True(formula is not null, fault);
        return formula.ValueOf(name => Numbers[name]);
    }

    [Theory]
    [InlineData("total / energy", "0.3")]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("12 / 4 / 3", "1")]
    [InlineData("-total + 100", "40")]
    [InlineData("2 * -3", "-6")]
    [InlineData("  1+  0.5 ", "1.5")]
    public void It_computes_as_one_is_used_to(string text, string value) => Assert.Equal(value, NumberText.Format(Work(text)!.Value));

    [Theory]
    [InlineData("total / removals")]
    [InlineData("1 / (energy - 200)")]
    [InlineData("waterShare * 2")]
    [InlineData("fuel * fuel")]
    [InlineData("fuel + fuel")]
    [InlineData("fuel / 0.0000000001")]
    public void Nothing_to_compute_gives_no_value(string text) => Assert.Null(Work(text));

    [Theory]
    [InlineData("", "ends too early")]
    [InlineData("total /", "ends too early")]
    [InlineData("(total", "not closed")]
    [InlineData("total)", "unexpected at 6")]
    [InlineData("total energy", "unexpected at 7")]
    [InlineData("total ^ 2", "unexpected at 7")]
    [InlineData("total; energy", "unexpected at 6")]
    [InlineData("Environment", "unknown quantity Environment")]
    [InlineData("total.value", "unexpected at 6")]
    [InlineData("1.2.3", "no plain number at 1")]
    [InlineData("1e9", "unexpected at 2")]
    [InlineData("123456789012345", "no plain number")]
    [InlineData("total × energy", "unexpected at 7")]
    public void Anything_else_is_refused_with_its_place(string text, string fault)
    {
        Assert.Null(FormulaReader.Read(text, out var found));
        Assert.Contains(fault, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Depth_and_length_are_limited()
    {
        Assert.Null(FormulaReader.Read(new string('(', 400) + "1" + new string(')', 99), out var deep));
        Assert.Contains("nested", deep, StringComparison.Ordinal);
        Assert.Null(FormulaReader.Read(string.Join('+', Enumerable.Repeat("1", 300)), out var length));
        Assert.Contains("longer", length, StringComparison.Ordinal);
        Assert.NotNull(FormulaReader.Read(string.Join('+', Enumerable.Repeat("1", 250)), out _));
    }
}
