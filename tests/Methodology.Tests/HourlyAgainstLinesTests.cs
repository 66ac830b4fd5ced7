namespace PilotRegistry.Methodology.Tests;

/// <summary>Hours and lines say the same of the same power, or somebody explains.</summary>
public sealed class HourlyAgainstLinesTests
{
    private static readonly MatchingResult Whole = Result(coverage: 1);

    /// <summary>1000 in − 100 out + 50 made from recovered heat = 950 MWh used.</summary>
    private static readonly ActivityData Year = new()
    {
        Year = 2025,
        Electricity =
        [
            new() { Direction = FlowDirection.In, Kind = ElectricityKind.Own, Mwh = 600 },
            new() { Direction = FlowDirection.In, Kind = ElectricityKind.GreenTrade, Mwh = 400 },
            new() { Direction = FlowDirection.Out, Kind = ElectricityKind.Own, Mwh = 100 },
        ],
        ThermalGeneration = [new() { Source = GenerationSource.Recovered, Mwh = 50 }],
    };

    [Theory]
    [InlineData("954.75", false)]
    [InlineData("954.76", true)]
    [InlineData("945.24", true)]
    public void The_load_of_the_hours_is_the_use_of_the_lines_to_half_a_per_cent(string load, bool signals) =>
        Assert.Equal(signals, Ids(new(decimal.Parse(load, null))).Contains("hourlySumApart"));

    [Fact]
    public void What_storage_loses_is_use() => Assert.Empty(Ids(new(940, Charged: 50, Discharged: 40)));

    [Fact]
    public void Each_kind_is_compared_with_its_line_and_named()
    {
        var signals = HourlyAgainstLines.Look(Year, new(950, Own: 600, Direct: 1, GreenTrade: 300, OwnOut: 100, DirectOut: 0), Whole);
        Assert.Equal(["direct", "greenTrade"], signals.Select(s => s.Facts["figure"]));
        Assert.Equal(("300", "400", "-0.25"), (signals[1].Facts["hoursMwh"], signals[1].Facts["linesMwh"], signals[1].Facts["apart"]));
        Assert.Equal("greenTrade", new SignalKey(Year).Of(signals[1]));
    }

    [Fact]
    public void A_kind_without_a_column_is_not_compared() => Assert.Empty(Ids(new(950)));

    [Theory]
    [InlineData(50, false)]
    [InlineData(51, true)]
    public void Storage_does_not_give_back_more_green_power_than_went_in(int discharged, bool signals) =>
        Assert.Equal(signals, Ids(new(950, Charged: 50, Discharged: discharged)).Contains("hourlyStorageAboveCharge"));

    [Theory]
    [InlineData("0.99", false)]
    [InlineData("0.9899", true)]
    public void Above_one_per_cent_missing_is_said(string coverage, bool signals) => Assert.Equal(
        signals, HourlyAgainstLines.Look(Year, new(950), Result(decimal.Parse(coverage, null))).Any(s => s.Id == "hourlyHoursMissing"));

    private static string[] Ids(HourlySums sums) => [.. HourlyAgainstLines.Look(Year, sums, Whole).Select(s => s.Id)];

    private static MatchingResult Result(decimal coverage) => new(1, 0.5m, coverage, 0, 950, 900, 475, [], [], []);
}
