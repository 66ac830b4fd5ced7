using System.Text.Json;
using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>How numbers, ActivityData and Result look as JSON, here and inside another service's event.</summary>
public sealed class JsonTests
{
    /// <summary>Another service's options, which know nothing of this project.</summary>
    private static readonly JsonSerializerOptions Foreign = new(JsonSerializerDefaults.Web);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.000", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1200.00", "1200")]
    [InlineData("100000000000000000000", "100000000000000000000")]
    [InlineData("0.000000000001", "0.000000000001")]
    [InlineData("-12.50", "-12.5")]
    public void Decimals_have_no_exponent_no_trailing_zeros_and_no_minus_zero(string number, string text) =>
        Assert.Equal(text, NumberText.Format(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_result_has_the_members_of_the_contract_in_order()
    {
        using var json = JsonSerializer.SerializeToDocument(Examples.Everything.Result(), MethodologyJson.Options);
        string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];
        var root = json.RootElement;

        Assert.Equal(["year", "rulePacks", "emissions", "memo", "energy", "directSupplyShare", "quality", "indicators", "signals", "derivation"], Names(root));
        Assert.Equal(["id", "version", "hash"], Names(root.GetProperty("rulePacks")[0]));
        Assert.Equal(["fuel", "conversion", "electricity", "heat", "process", "total"], Names(root.GetProperty("emissions")));
        Assert.Equal(["bunkers", "rawMaterialTce", "biogenic", "removals"], Names(root.GetProperty("memo")));
        Assert.Equal(["tce", "cleanTce", "equivalentValue"], Names(root.GetProperty("energy")));
        Assert.Equal(["id", "value", "unit", "target", "verdict"], Names(root.GetProperty("indicators")[0]));
        Assert.Equal(["id", "severity", "message", "facts"], Names(root.GetProperty("signals")[0]));
        Assert.Equal(["id", "parent", "term", "label", "formula", "inputs", "factor", "value", "unit"], Names(root.GetProperty("derivation")[0]));
        Assert.Equal(
            ["core", "cleanEnergy", "unitProducts", "solidWaste", "wasteEnergy", "water"],
            root.GetProperty("indicators").EnumerateArray().Select(indicator => indicator.GetProperty("id").GetString()));
    }

    [Fact]
    public void Decimals_of_a_result_are_strings_and_codes_are_camelCase()
    {
        var json = JsonSerializer.Serialize(
            (Year with { Electricity = [In(ElectricityKind.Grid, 1000)] }).Result() with { Derivation = [], Signals = [] }, MethodologyJson.Options);

        Assert.Contains("""
            "electricity":"832.5","heat":"0","process":"0","total":"832.5"}
            """, json, StringComparison.Ordinal);
        Assert.Contains("""
            {"id":"core","value":"2.752976","unit":"t/tce","target":null,"verdict":"noNationalTarget"}
            """, json, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_and_results_survive_another_service_s_event()
    {
        foreach (var data in Examples.All)
        {
            var stored = JsonSerializer.Deserialize<ActivityData>(JsonSerializer.Serialize(data, Foreign), Foreign)!;
            var result = JsonSerializer.Deserialize<Result>(JsonSerializer.Serialize(stored.Result(), Foreign), Foreign);

            Assert.Equal(
                JsonSerializer.Serialize(data.Result(), MethodologyJson.Options), JsonSerializer.Serialize(result, MethodologyJson.Options));
        }
    }

    [Fact]
    public void What_is_written_can_be_read_again_by_the_strict_reader()
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(Examples.Everything, MethodologyJson.Options);

        Assert.Equal(bytes, JsonSerializer.SerializeToUtf8Bytes(ActivityDataReader.Read(bytes).Data, MethodologyJson.Options));
    }

    [Fact]
    public void Chinese_stays_readable() => Assert.Contains(
        "园区二氧化碳排放总量", JsonSerializer.Serialize(Year.Result(), MethodologyJson.Options), StringComparison.Ordinal);
}
