using System.Text;
using System.Text.Json;
using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>A province's own title judges beside the national indicators, and never touches them.</summary>
public sealed class ProvincialTitleTests
{
    private static readonly PackFiles Guangdong = RulePackLoader.ReadFiles(Path.Combine(AppContext.BaseDirectory, "packs", "provincial", "440000"));

    private static PackFiles With(string old, string replacement)
    {
        Assert.Contains(old, Guangdong.Text("pack.yaml"), StringComparison.Ordinal);
        return Guangdong with
        {
            Contents = new Dictionary<string, byte[]> { ["pack.yaml"] = Encoding.UTF8.GetBytes(Guangdong.Text("pack.yaml").Replace(old, replacement, StringComparison.Ordinal)) }
        };
    }

    private static ActivityData ForGuangdong(ActivityData data) => data with { Year = Math.Max(data.Year, 2025), ProvincialPack = "provincial/440000@1" };

    private static (decimal? Target, Verdict Verdict) Core(decimal mwh, decimal tonnes)
    {
        var core = ForGuangdong(Year with { Electricity = [In(ElectricityKind.Direct, mwh)], Products = [Product("OTHER_BALANCE", tonnes, 1, "b", "n")] })
            .Result().Provincial!.Indicators[0];
        return (core.Target?.Value, core.Verdict);
    }

    [Fact]
    public void Guangdong_has_a_core_target_from_100000_tce()
    {
        // 400,000 MWh × 0.3024 = 120,960 tce × 0.3 = 36,288 t
        Assert.Equal((0.3m, Verdict.Met), Core(400_000, 36_288));
        Assert.Equal((0.3m, Verdict.NotMet), Core(400_000, 36_288.000001m));
        Assert.Equal(((decimal?)null, Verdict.NoTarget), Core(300_000, 1));
        // Nationally 0.2 holds from 200,000 tce: 1,000,000 MWh are 302,400 tce
        Assert.Equal((0.3m, Verdict.Met), Core(1_000_000, 90_000));
    }

    [Fact]
    public void The_national_block_is_the_same_to_the_byte()
    {
        foreach (var data in Examples.All)
        {
            var beside = ForGuangdong(data).Result();
            var alone = (ForGuangdong(data) with { ProvincialPack = null }).Result();

            Assert.NotNull(beside.Provincial);
            Assert.Equal(
                JsonSerializer.SerializeToUtf8Bytes(alone, MethodologyJson.Options),
                JsonSerializer.SerializeToUtf8Bytes(beside with { Provincial = null }, MethodologyJson.Options));
        }
    }

    [Fact]
    public void The_block_holds_pack_indicators_and_verdicts()
    {
        var result = ForGuangdong(Examples.Everything).Result();
        var provincial = result.Provincial!;
        var json = JsonSerializer.SerializeToElement(result, MethodologyJson.Options).GetProperty("provincial");

        Assert.Equal(("provincial/440000", "1", 71), (provincial.Pack.Id, provincial.Pack.Version, provincial.Pack.Hash.Length));
        Assert.Equal(provincial.Indicators.Select(indicator => indicator.Id), provincial.Verdicts.Keys);
        Assert.Equal(["pack", "title", "indicators", "verdicts", "signals"], json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("noTarget", json.GetProperty("verdicts").GetProperty("waterReused").GetString());
        Assert.Equal(result.Indicator("water").Value, provincial.Indicators.Single(indicator => indicator.Id == "waterReused").Value);
        Assert.Equal(result.DirectSupplyShare, provincial.Indicators.Single(indicator => indicator.Id == "directSupplyShare").Value);
        Assert.Equal(provincial, JsonSerializer.Deserialize<Result>(JsonSerializer.SerializeToUtf8Bytes(result, MethodologyJson.Options), MethodologyJson.Options)!.Provincial, Same);
    }

    [Fact]
    public void A_provincial_verdict_that_depends_on_a_setting_is_said_in_its_own_block_and_answered_like_every_warning()
    {
        // 400,000 MWh are 120,960 tce by the supply series and less by the generation one: 36,000 t lie between 0.3 of the two
        var data = ForGuangdong(Year with { Electricity = [In(ElectricityKind.Direct, 400_000)], Products = [Product("OTHER_BALANCE", 36_000, 1, "b", "n")] });
        var result = data.Result();

        var signal = Assert.Single(result.Provincial!.Signals);
        Assert.Equal(("verdictDependsOnSetting", "core", "equivalentValueSeries"), (signal.Id, signal.Facts["indicator"], signal.Facts["setting"]));
        Assert.Equal(("met", "notMet"), (signal.Facts["verdict"], signal.Facts["alternativeVerdict"]));
        Assert.Equal("provincial/440000 core equivalentValueSeries", new SignalKey(data).Of(signal));
        Assert.StartsWith("广东省零碳园区指标", signal.Message.Zh, StringComparison.Ordinal);
        result.IsSilent("verdictDependsOnSetting");
        Assert.Contains(signal, result.AllSignals());
        Assert.Empty((data with { Products = [Product("OTHER_BALANCE", 10_000, 1, "b", "n")] }).Result().Provincial!.Signals);
    }

    [Fact]
    public void Nothing_is_judged_by_a_target_nobody_has_read() => Assert.All(
        Packs.Titles.SelectMany(title => title.Indicators), indicator => Assert.True(indicator.Target is null || indicator.Mark is "V" or "V2"));

    [Fact]
    public void What_is_not_reported_or_does_not_apply_is_said()
    {
        var data = ForGuangdong(Year with { Indicators = new() { NotApplicable = [new() { Indicator = "water", Reason = "dry" }] } });

        Assert.Equal((Verdict.NotApplicable, Verdict.NotReported), (data.Result().Provincial!.Verdicts["waterReused"], data.Result().Provincial!.Verdicts["solidWasteUtilised"]));
    }

    [Fact]
    public void The_same_numbers_offered_as_a_refinement_are_refused()
    {
        var refinement = With("id: provincial/440000\nversion: 1\n", "id: refinement/440000\nversion: 1\nrefines: national/2025-trial@1.0.0\n");

        Assert.Equal(
            [
                "pack.yaml:16 targets/core/0: loosens: from 100000 tce the nation sets no target, so nothing is passed there; a province's own target belongs in a title (provincial/<adcode>).",
                "pack.yaml:16 targets/core/0: loosens: from 200000 tce the target would be 0.3 instead of 0.2 t/tce."
            ],
            Assert.Throws<RulePackException>(() => RefinementReader.Read(refinement, Packs)).Faults);
    }

    [Theory]
    [InlineData("firstYear: 2025", "firstYear: 2025\nsettings: { gasIsClean: { value: false, mark: U, reason: { zh: a, en: b } } }", "settings: has no place in a title")]
    [InlineData("id: provincial/440000", "id: provincial/44", "must look like provincial/440000")]
    [InlineData("version: 1", "version: 1.x", "must look like 1.0.0")]
    [InlineData("id: waterReused", "id: solidWasteUtilised", "solidWasteUtilised stands there twice")]
    [InlineData("mark: U }", "mark: X }", "no known mark")]
    [InlineData("fromTce: 100000, ", "fromTce: 100000, belowTce: 5, ", "must end where the next begins")]
    public void A_faulty_title_is_refused(string old, string replacement, string fault) => Assert.Contains(
        Assert.Throws<RulePackException>(() => TitleReader.Read(With(old, replacement))).Faults, each => each.Contains(fault, StringComparison.Ordinal));

    [Theory]
    [InlineData("provincial/440000")]
    [InlineData("provincial/440000@1")]
    public void A_title_is_named_with_or_without_version(string name) => Assert.NotNull((Year with { ProvincialPack = name }).Result().Provincial);

    [Theory]
    [InlineData("provincial/110000")]
    [InlineData("provincial/440000@2")]
    [InlineData("national/2025-trial")]
    [InlineData("")]
    public void An_unknown_title_is_refused(string name) => (Year with { ProvincialPack = name }).IsRefused("/provincialPack", "unknown-title");

    [Fact]
    public void A_title_is_no_rule_pack() => (Year with { RulePack = "provincial/440000@1" }).IsRefused("/rulePack", "unknown-pack");

    [Fact]
    public void A_year_before_the_title_is_refused() =>
        (Year with { Year = 2024, ProvincialPack = "provincial/440000@1" }).IsRefused("/provincialPack", "title-not-covering-year");

    private static readonly IEqualityComparer<ProvincialResult?> Same = EqualityComparer<ProvincialResult?>.Create(
        (left, right) => JsonSerializer.Serialize(left, MethodologyJson.Options) == JsonSerializer.Serialize(right, MethodologyJson.Options), _ => 0);
}
