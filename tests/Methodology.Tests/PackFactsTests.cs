using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>Every number of the pack is the number of the gathered facts, with the same mark.</summary>
public sealed class PackFactsTests
{
    private static IReadOnlyList<CsvRow> Facts(string name)
    {
        var faults = new PackFaults(new("", new Dictionary<string, byte[]>()));
        return new CsvTable(name, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Facts", name)), faults).Rows;
    }

    [Fact]
    public void Fuels_equal_the_facts()
    {
        var facts = Facts("fuels.csv");
        Assert.Equal(facts.Select(row => row["code"]).Order(), Pack.Fuels.Keys.Order());
        foreach (var fact in facts)
        {
            var row = Pack.Fuels[fact["code"]];
            Assert.Equal((fact["name_zh"], fact["natural_unit"]), (row.Name.Zh, row.Unit));
            Assert.Equal(fact["measured_only"].Contains("heatValue", StringComparison.Ordinal), row.HeatValueMeasured);
            Assert.Equal(fact["measured_only"].Contains("factor", StringComparison.Ordinal), row.EmissionMeasured);
            if (row.Refused is not null) continue;
            if (!row.HeatValueMeasured)
                Assert.Equal((fact.Decimal("tce_per_unit"), Mark(fact["tce_conf"])), (row.TcePerUnit?.Value, row.TcePerUnit?.Mark));
            if (!row.EmissionMeasured) Assert.Equal(fact.Decimal("rec_ef_tCO2_per_TJ"), row.Emission!.Value);
            if (fact["ncsc_conf"].Length > 0 && !row.EmissionMeasured) Assert.Equal(fact["ncsc_conf"], row.Emission!.Mark);
            Assert.Equal(fact.Decimal("biogenic_ef_tCO2_per_TJ"), row.Biogenic?.Value);
            Assert.Equal(fact["clean"], row.Clean switch { FuelCleanness.Yes => "y", FuelCleanness.BySetting => "setting", _ => "" });
        }
    }

    [Fact]
    public void Only_raw_coal_and_heat_are_refused_as_fuels() => Assert.Equal(
        ["COAL_RAW", "HEAT_FOSSIL", "HEAT_NONFOSSIL"], Pack.Fuels.Values.Where(row => row.Refused is not null).Select(row => row.Code).Order());

    [Fact]
    public void Heat_equals_the_facts()
    {
        foreach (var (code, source) in new[] { ("HEAT_FOSSIL", HeatSource.Fossil), ("HEAT_NONFOSSIL", HeatSource.NonFossil) })
        {
            var fact = Facts("fuels.csv").Single(row => row["code"] == code);
            Assert.Equal(fact.Decimal("tce_per_unit"), Pack.Heat[source].TcePerGj.Value);
            Assert.Equal(fact.Decimal("rec_ef_tCO2_per_TJ") / 1000, Pack.Heat[source].Emission.Value);
        }
    }

    [Fact]
    public void Products_equal_the_facts()
    {
        var facts = Facts("process.csv");
        Assert.Equal(facts.Select(row => row["code"]).Order(), Pack.Products.Keys.Order());
        foreach (var fact in facts)
        {
            var row = Pack.Products[fact["code"]];
            Assert.Equal((fact.Decimal("factor_tCO2_per_t"), fact["unit"], fact["basis"]), (row.Factor?.Value, row.Unit, row.Basis));
            if (row.Factor is { } factor) Assert.Equal((fact["source"], fact["conf"]), (factor.Source, factor.Mark));
            Assert.Equal(fact["suggested_default"], row.Use switch
            {
                ProductUse.Default => "y",
                ProductUse.Alternative => "alt",
                ProductUse.Balance => "balance",
                ProductUse.No => "n"
            });
        }
    }

    [Fact]
    public void Limits_equal_the_facts()
    {
        var facts = Facts("limits.csv");
        Assert.Equal(facts.Count, Pack.Limits.Count);
        foreach (var fact in facts)
        {
            var row = Pack.Limits[fact["code"]];
            Assert.Equal(
                (fact.Decimal("level1"), fact.Decimal("level2"), fact.Decimal("level3"), fact["standard"], fact["unit"], fact["mark"]),
                (row.Level1, row.Level2, row.Level3, row.Standard, row.Unit, row.Mark));
        }
    }

    [Fact]
    public void Grid_factors_equal_the_facts()
    {
        var facts = Facts("grid_factors.csv");
        Assert.Equal(facts.Count, Pack.GridFactors.Count);
        foreach (var (fact, row) in facts.Zip(Pack.GridFactors))
            Assert.Equal(
                (fact.Year("data_year"), fact["area"], fact["kind"], fact.Decimal("factor_kgCO2_per_kWh"), fact["conf"]),
                (row.Year, row.Area, row.Kind, row.TonnesPerMwh.Value, row.TonnesPerMwh.Mark));
    }

    [Fact]
    public void Targets_are_those_of_the_trial_indicators()
    {
        Assert.Equal(
            [(200_000m, 1_000_000m, 0.2m), (1_000_000m, (decimal?)null, 0.3m)],
            Pack.Targets.Core.Select(band => (band.FromTce, band.BelowTce, band.Target.Value)));
        Assert.Equal(
            [("cleanEnergy", 0.9m), ("solidWaste", 0.8m), ("unitProducts", 1m), ("wasteEnergy", 0.5m), ("water", 0.8m)],
            Pack.Targets.Guiding.Select(target => (target.Key, target.Value.Value)).OrderBy(target => target.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void The_open_questions_are_settings_with_default_mark_and_reason() => Assert.Equal(
        ["certificateMonth=withinValidity", "equivalentValueSeries=supply", "gasIsClean=true", "gridFactorYear=2022", "measuredHeatValue=accepted", "rawMaterialCountsAsEnergy=false", "wasteEnergyWeights=recoverable"],
        Pack.Settings.Select(setting => $"{setting.Key}={setting.Value.Value}").Order(StringComparer.Ordinal));

    private static string? Mark(string mark) => mark.Length == 0 ? null : mark;
}
