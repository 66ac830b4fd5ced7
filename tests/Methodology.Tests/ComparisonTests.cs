using System.Text;

namespace PilotRegistry.Methodology.Tests;

/// <summary>What differs between two versions of a year, and what only looks different.</summary>
public sealed class ComparisonTests
{
    private const string Year =
        """
        {"year":2025,"fuels":[{"fuel":"NG","use":"terminal","quantity":"120.50","note":"一号"},{"fuel":"NG","use":"heat","quantity":7},{"fuel":"COKE","use":"terminal","quantity":3}],
         "electricity":[{"direction":"in","kind":"grid","mwh":1000}],"indicators":{"water":{"fresh":"20","reused":"80"}},
         "conversions":[{"kind":"coking","inputs":[{"fuel":"COAL_CLEAN","quantity":5}],"outputs":[{"fuel":"COKE","quantity":4},{"fuel":"GAS_COG","quantity":1}]}]}
        """;

    [Theory]
    [InlineData("the order of lines", """{"fuel":"NG","use":"terminal","quantity":"120.50","note":"一号"},{"fuel":"NG","use":"heat","quantity":7}""", """{"fuel":"NG","use":"heat","quantity":7},{"fuel":"NG","use":"terminal","quantity":"120.50","note":"一号"}""")]
    [InlineData("the order within a line", """{"fuel":"COKE","quantity":4},{"fuel":"GAS_COG","quantity":1}""", """{"fuel":"GAS_COG","quantity":1},{"fuel":"COKE","quantity":4}""")]
    [InlineData("how a number is spelt", "\"120.50\"", "120.5")]
    [InlineData("what is null", "\"mwh\":1000", "\"mwh\":1000,\"note\":null")]
    [InlineData("an empty list", "\"year\":2025,", "\"year\":2025,\"products\":[],\"heat\":null,\"context\":{},")]
    [InlineData("space around a text", "\"一号\"", "\" 一号 \"")]
    public void Makes_no_difference(string what, string from, string to)
    {
        Assert.NotEmpty(what);
        Assert.Contains(from, Year, StringComparison.Ordinal);
        Assert.Empty(Compare(Year, Year.Replace(from, to, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"quantity\":7", "\"quantity\":8", "Changed /fuels/1/quantity fuels fuel=NG,use=heat quantity 7 8 10^4 m3")]
    [InlineData("\"mwh\":1000", "\"mwh\":1200", "Changed /electricity/0/mwh electricity direction=in,kind=grid mwh 1000 1200 MWh")]
    [InlineData("\"reused\":\"80\"", "\"reused\":\"81\"", "Changed /indicators/water/reused indicators  water/reused 80 81 ")]
    [InlineData("\"GAS_COG\",\"quantity\":1", "\"GAS_COG\",\"quantity\":2", "Changed /conversions/0/outputs/1/quantity outputs fuel=GAS_COG quantity 1 2 10^4 m3")]
    [InlineData(",\"note\":\"一号\"", "", "Removed /fuels/0/note fuels fuel=NG,use=terminal note 一号  ")]
    [InlineData(",{\"fuel\":\"COKE\",\"use\":\"terminal\",\"quantity\":3}", "", "Removed /fuels/2/quantity fuels fuel=COKE,use=terminal quantity 3  t")]
    [InlineData("\"kind\":\"grid\",\"mwh\":1000}", "\"kind\":\"grid\",\"mwh\":1000},{\"direction\":\"in\",\"kind\":\"own\",\"mwh\":5}", "Added /electricity/1/mwh electricity direction=in,kind=own mwh  5 MWh")]
    public void Is_told_with_its_place_and_both_values(string from, string to, string expected)
    {
        Assert.Contains(from, Year, StringComparison.Ordinal);
        Assert.Equal([expected], Compare(Year, Year.Replace(from, to, StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_several_lines_about_the_same_only_the_changed_one_differs() => Assert.Equal(
        ["Changed /products/0/quantity products product=CLK_PORTLAND quantity 2 9 t clinker"],
        Compare(Products("1", "2", "3"), Products("9", "3", "1")));

    [Fact]
    public void A_line_that_becomes_another_is_one_gone_and_one_come() => Assert.Equal(
        ["Removed /electricity/0/mwh electricity direction=in,kind=grid mwh 1000  MWh", "Added /electricity/0/mwh electricity direction=in,kind=direct mwh  1000 MWh"],
        Compare(Year, Year.Replace("\"grid\"", "\"direct\"", StringComparison.Ordinal)));

    [Fact]
    public void The_other_way_round_old_and_new_change_places()
    {
        var other = Year.Replace("\"quantity\":7", "\"quantity\":8", StringComparison.Ordinal);
        Assert.Equal(["Changed /fuels/1/quantity fuels fuel=NG,use=heat quantity 8 7 10^4 m3"], Compare(other, Year));
    }

    private static string Products(params IEnumerable<string> quantities) =>
        $$"""{"year":2025,"products":[{{string.Join(',', quantities.Select(q => $$"""{"product":"CLK_PORTLAND","quantity":{{q}}}"""))}}]}""";

    private static IEnumerable<string> Compare(string one, string other) =>
        Comparison.Of(Read(one), Read(other), RulePackLoader.LoadInstalled().Find("national/2025-trial", "1.0.0")).Select(d =>
            $"{d.Kind} {d.Pointer} {d.List} {string.Join(',', d.Line.Select(c => $"{c.Key}={c.Value}"))} {d.Member} {d.Old} {d.New} {d.Unit}");

    private static ActivityData Read(string json)
    {
        var read = ActivityDataReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Empty(read.Problems);
        return read.Data!;
    }
}
