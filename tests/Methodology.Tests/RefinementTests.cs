using System.Text;
using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>A refinement may only tighten; what loosens is refused with file and line.</summary>
public sealed class RefinementTests
{
    private const string Tighter = """
        id: refinement/310000
        version: 1.0.0
        refines: national/2025-trial@1.0.0
        title: { zh: 更严的规则, en: A tighter one }
        source: a test
        targets:
          core:
            - { fromTce: 200000, value: 0.15, source: a test, mark: U }
          guiding:
            water: { value: 0.85, source: a test, mark: U }
        settings:
          gasIsClean: { value: false, mark: U, reason: { zh: 更严, en: stricter } }
        indicators:
          - id: processShare
            label: { zh: 过程排放占比, en: Process share }
            formula: process / total
            unit: "1"
            atMost: 0.5
            source: a test
            mark: U
        """;

    private static PackFiles Files(string yaml) => new("refinement", new Dictionary<string, byte[]> { ["pack.yaml"] = Encoding.UTF8.GetBytes(yaml) });

    private static RulePack Read(string yaml) => RefinementReader.Read(Files(yaml), Packs);

    private static RulePacks WithTighter => new([Pack, Read(Tighter)]);

    [Fact]
    public void A_result_names_the_national_pack_and_what_refines_it()
    {
        var result = (Year with { RulePack = "refinement/310000" }).Result(WithTighter);

        Assert.Equal([Pack.Reference, Read(Tighter).Reference], result.RulePacks);
        Assert.Equal([Pack.Reference], Year.Result(WithTighter).RulePacks);
    }

    [Fact]
    public void Targets_are_the_tighter_ones()
    {
        // 1,000,000 MWh × 0.3024 = 302,400 tce; 0.2 and 0.15 t/tce are 60,480 and 45,360 t
        var park = Year with { Electricity = [In(ElectricityKind.Direct, 1_000_000)], Products = [Product("OTHER_BALANCE", 50_000, 1, "b", "n")] };

        Assert.Equal(Verdict.Met, park.Result().Indicator("core").Verdict);
        Assert.Equal((0.15m, Verdict.NotMet), Core(park));
        // 300,000 MWh are 90,720 tce, where the national text has no target, and so the refinement has none
        Assert.Equal(((decimal?)null, Verdict.NoNationalTarget), Core(park with { Electricity = [In(ElectricityKind.Direct, 300_000)] }));

        static (decimal? Target, Verdict Verdict) Core(ActivityData data)
        {
            var core = (data with { RulePack = "refinement/310000@1.0.0" }).Result(WithTighter).Indicator("core");
            return (core.Target, core.Verdict);
        }
    }

    [Fact]
    public void A_guiding_target_a_setting_and_an_added_indicator()
    {
        var park = Year with
        {
            RulePack = "refinement/310000",
            Fuels = [Fuel("NG", 1)],
            Products = [Product("OTHER_BALANCE", 10, 1, "b", "n")],
            Indicators = new() { Water = new() { Fresh = 17, Reused = 83 } }
        };
        var result = park.Result(WithTighter);

        Assert.Equal((0.85m, Verdict.NotMet), (result.Indicator("water").Target!.Value, result.Indicator("water").Verdict));
        Assert.Equal(0, result.Energy.CleanTce);
        // 10 ÷ (10 + 20.368195…)
        Assert.Equal((0.329292m, 0.5m, Verdict.Met), (result.Indicator("processShare").Value!.Value, result.Indicator("processShare").Target!.Value, result.Indicator("processShare").Verdict));
        Assert.Equal(("过程排放占比", "Process share", TargetBound.AtMost), (result.Indicator("processShare").Label!.Zh, result.Indicator("processShare").Label!.En, result.Indicator("processShare").Bound!.Value));
        Assert.Null(result.Indicator("water").Label);
        Assert.Equal("process ÷ total", result.Derivation.Single(step => step.Id == "indicators/processShare").Formula);
        Assert.Equal(Verdict.NotReported, (Year with { RulePack = "refinement/310000" }).Result(WithTighter).Indicator("processShare").Verdict);
    }

    [Theory]
    [InlineData("value: 0.15,", "value: 0.21,", "pack.yaml:8 targets/core/0: loosens: from 200000 tce the target would be 0.21 instead of 0.2")]
    [InlineData("200000", "199999", "pack.yaml:8 targets/core/0: loosens: from 199999 tce the nation sets no target, so nothing is passed there")]
    [InlineData("200000", "300000", "pack.yaml:7 targets/core: loosens: from 200000 tce the national target 0.2 t/tce is gone")]
    [InlineData("water: { value: 0.85", "water: { value: 0.79", "pack.yaml:10 targets/guiding/water: loosens: 0.79 instead of 0.8")]
    [InlineData("water: { value: 0.85", "water: { value: 1.1", "pack.yaml:10 targets/guiding/water: is a share")]
    [InlineData("water: { value: 0.85", "core: { value: 0.85", "pack.yaml:10 targets/guiding/core: is no national indicator")]
    [InlineData("gasIsClean: { value: false", "rawMaterialCountsAsEnergy: { value: true", "pack.yaml:12 settings/rawMaterialCountsAsEnergy: loosens or changes what is not open: true instead of false (open: nothing)")]
    [InlineData("gasIsClean: { value: false", "gasIsGreen: { value: false", "pack.yaml:12 settings/gasIsGreen: is no setting")]
    [InlineData("settings:", "thresholds: { nearCliff: { value: 0, source: s, mark: U } }\nsettings:", "pack.yaml:11 thresholds: when a signal speaks")]
    [InlineData("refines: national/2025-trial@1.0.0", "refines: national/2025-trial@9.0.0", "pack.yaml:3 refines: there is no national pack national/2025-trial@9.0.0")]
    [InlineData("id: refinement/310000", "id: national/2025-shanghai", "pack.yaml:1 id: must look like refinement/310000")]
    [InlineData("formula: process / total", "formula: process / total2", "pack.yaml:14 indicators/0: the formula names the unknown quantity total2")]
    [InlineData("id: processShare", "id: water", "pack.yaml:14 indicators/0: water is a national indicator")]
    [InlineData("atMost: 0.5", "atMost: 0.5\n    atLeast: 0.1", "pack.yaml:14 indicators/0: gives atLeast or atMost, not both")]
    [InlineData("unit: \"1\"", "unit: ''", "the unit is missing")]
    public void What_loosens_or_is_wrong_is_refused_with_its_line(string old, string replacement, string fault)
    {
        Assert.Contains(old, Tighter, StringComparison.Ordinal);
        var refused = Assert.Throws<RulePackException>(() => Read(Tighter.Replace(old, replacement, StringComparison.Ordinal)));

        Assert.Contains(refused.Faults, each => each.StartsWith(fault, StringComparison.Ordinal) || each.Contains($": {fault}", StringComparison.Ordinal));
        Assert.Contains(Path.Combine("refinement", "pack.yaml"), refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Below the first national band nothing is passed, so no refinement may open a pass there; a title may judge beside.</summary>
    [Fact]
    public void A_small_park_gets_no_core_target_by_a_refinement() => Assert.Contains(
        Assert.Throws<RulePackException>(() => Read(Tighter.Replace(
            "    - { fromTce: 200000,", "    - { fromTce: 100000, belowTce: 200000, value: 0.05, source: a test, mark: U }\n    - { fromTce: 200000,", StringComparison.Ordinal))).Faults,
        fault => fault.StartsWith("pack.yaml:8 targets/core/0: loosens: from 100000 tce the nation sets no target", StringComparison.Ordinal));

    [Fact]
    public void A_refinement_brings_no_tables_of_its_own()
    {
        var files = Files(Tighter) with { Contents = new Dictionary<string, byte[]>(Files(Tighter).Contents) { ["fuels.csv"] = [] } };

        Assert.Contains("fuels.csv: is no part of this kind of pack", Assert.Throws<RulePackException>(() => RefinementReader.Read(files, Packs)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_does_not_mention_stays_as_it_was()
    {
        var pack = Read("id: refinement/310000\nversion: 2\nrefines: national/2025-trial@1.0.0\ntitle: { zh: 空, en: Empty }\nsource: a test\n");

        Assert.Equal((Pack.Targets.Core, Pack.Fuels, Pack.Thresholds), (pack.Targets.Core, pack.Fuels, pack.Thresholds));
        Assert.Equal(Pack.Settings.ToDictionary(setting => setting.Key, setting => setting.Value.Value), pack.Settings.ToDictionary(setting => setting.Key, setting => setting.Value.Value));
    }

    [Fact]
    public void A_pack_is_newest_for_the_year_only_when_it_is_national() =>
        Assert.Equal([Pack.Reference], (Year with { RulePack = null }).Result(WithTighter).RulePacks);
}
