using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>The calculation answers every input: a result or problems, never an exception.</summary>
public sealed class TotalityTests
{
    private const decimal Most = 99_999_999_999_999m;
    private const decimal Least = 0.0000000000000000000000000001m;

    public static TheoryData<decimal> Extremes => [0, Least, Most, -Most, decimal.MaxValue, decimal.MinValue, 1.0000000000000000000000000001m];

    private static ActivityData FilledWith(decimal number) => Year with
    {
        Fuels =
        [
            Fuel("WASTE_FUEL", number, FuelUse.Power, heatValue: number, factor: number), Fuel("NG", number, FuelUse.Heat), Fuel("NG", number, FuelUse.Power),
            Fuel("BIO_WOOD", number, FuelUse.RawMaterial)
        ],
        Conversions = [new() { Kind = ConversionKind.Coking, Inputs = [Of("COAL_CLEAN", number)], Outputs = [Of("COKE", number)] }],
        Electricity = [In(ElectricityKind.Grid, number), In(ElectricityKind.Own, number), Out(ElectricityKind.Grid, number), Out(ElectricityKind.Own, number)],
        ThermalGeneration = [Made(GenerationSource.Fossil, number)],
        Heat = [HeatIn(HeatSource.Fossil, number, number), HeatOut(HeatSource.Fossil, number)],
        Products = [Product("OTHER_BALANCE", number, number, "b", "n")],
        Bunkers = [new() { Fuel = "KEROSENE", Quantity = number }],
        Indicators = new()
        {
            SolidWaste = new() { Generated = number, OldStockUtilised = number, Utilised = number },
            WasteEnergy = new() { Heat = new() { Recoverable = number, Recovered = number } },
            Water = new() { Fresh = number, Reused = number },
            UnitProducts = [new() { Limit = "CEMENT", Value = number }, new() { Name = "n", Value = number, Level2 = number, Standard = "s" }]
        },
        Context = new()
        {
            ValueAdded = number,
            Meters = new() { GridIn = number, GridOut = number, StorageIn = number, StorageOut = number },
            Stocks = [new() { Fuel = "NG", Opening = number, Purchased = number, Produced = number, Sold = number, Closing = number }],
            Enterprises = [.. Enumerable.Range(0, 6).Select(at => new Enterprise { Tce = number, Co2 = number, BaseYearCo2 = -number })],
            DirectLines = [new() { AvailableMwh = number, DeliveredMwh = number, UserConsumptionMwh = number }],
            Removals = [new() { Kind = "ccus", Tonnes = number }]
        }
    };

    [Theory, MemberData(nameof(Extremes))]
    public void The_same_extreme_everywhere(decimal number) => Answers(FilledWith(number));

    [Theory, MemberData(nameof(Extremes))]
    public void One_extreme_in_an_ordinary_park(decimal number)
    {
        Answers(Examples.Everything with { Fuels = [Fuel("NG", number)] });
        Answers(Examples.Everything with { Fuels = [Fuel("WASTE_FUEL", number, heatValue: 1_000_000, factor: 1_000_000)] });
        Answers(Examples.Everything with { Electricity = [In(ElectricityKind.Own, number)] });
        Answers(Examples.Everything with { Heat = [HeatIn(HeatSource.Fossil, number, number)] });
        Answers(Examples.Everything with { Products = [Product("CLK_PORTLAND", number)] });
        Answers(Examples.Everything with { Indicators = FilledWith(number).Indicators, Context = FilledWith(number).Context });
    }

    [Theory, MemberData(nameof(Extremes))]
    public void A_title_and_the_signals_over_time_answer_extremes_too(decimal number)
    {
        foreach (var data in new[] { FilledWith(number), Examples.Everything with { Electricity = [In(ElectricityKind.Own, number)] } })
        {
            var (now, before) = (Calculation.Run(data with { ProvincialPack = "provincial/440000" }, Packs).Result, Calculation.Run(Examples.Everything with { Year = 2024 }, Packs).Result!);
            if (now is null) continue;
            _ = SignalsOverTime.Run(
                new()
                {
                    Data = data,
                    Result = now,
                    Earlier = [new(Examples.Everything, before)],
                    Peers = [.. Enumerable.Repeat(new Peer(1), 9), new(999_999_999)],
                    Promised = [new(2000, 0), new(2050, 1_000_000)],
                    Certificates = new(Most, Most),
                    Versions = [new(DateTimeOffset.MinValue, before)],
                    SubmittedAt = DateTimeOffset.MaxValue
                },
                Packs);
        }
    }

    [Fact]
    public void Zeros_that_end_a_fraction_are_no_digits()
    {
        Assert.Equal(1.5m, (Year with { Context = new() { Removals = [new() { Tonnes = 1.500000000000000000000m }] } }).Result().Memo.Removals);
        (Year with { Fuels = [Fuel("NG", 1.23456789012345m)] }).IsRefused("/fuels/0/quantity", "too-many-digits");
    }

    [Fact]
    public void A_mountain_of_carbon_over_a_grain_of_energy_is_a_wrong_unit() => (Year with
    {
        Fuels = [Fuel("OTHER_CLEAN", 0.0000000001m)],
        Products = [Product("OTHER_BALANCE", Most, 1_000_000, "b", "n")]
    }).IsRefused("", "out-of-proportion");

    [Fact]
    public void As_many_lines_as_are_taken_stay_inside_decimal()
    {
        var heaviest = Fuel("WASTE_FUEL", Most, heatValue: 1_000_000, factor: 1_000_000);

        Answers(Year with { Fuels = [.. Enumerable.Repeat(heaviest, 100_000)] });
        (Year with { Fuels = [.. Enumerable.Repeat(heaviest, 100_001)] }).IsRefused("/fuels", "too-many-lines");
    }

    [Fact]
    public void Empty_lines_everywhere() => Answers(Year with
    {
        Fuels = [new()],
        Conversions = [new(), new() { Inputs = [new()], Outputs = [new()] }],
        Electricity = [new()],
        ThermalGeneration = [new()],
        Heat = [new()],
        Products = [new()],
        Bunkers = [new()],
        Indicators = new() { SolidWaste = new(), WasteEnergy = new() { Cold = new() }, Water = new(), UnitProducts = [new()], NotApplicable = [new()] },
        Context = new() { Meters = new(), Stocks = [new()], Enterprises = [new()], DirectLines = [new()], Removals = [new()] }
    });

    [Fact]
    public void No_pack_at_all() => Assert.Equal(
        "unknown-pack", Assert.Single(Calculation.Run(Year, new([])).Problems).Code);

    private static void Answers(ActivityData data)
    {
        var outcome = Calculation.Run(data, Packs);
        Assert.NotEqual(outcome.Succeeded, outcome.Problems.Count > 0);
        Assert.All(outcome.Problems, problem => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", problem.Message.Zh));
    }
}
