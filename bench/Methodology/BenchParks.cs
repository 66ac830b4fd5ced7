using PilotRegistry.Methodology;

namespace PilotRegistry.Bench.Methodology;

/// <summary>Parks of a given number of lines, with a line of every kind and numbers that do not come out even; always the same.</summary>
public static class BenchParks
{
    private static readonly string[] Fuels = ["NG", "COAL_BIT", "DIESEL", "LPG", "FUELOIL", "COKE", "GASOLINE", "BIO_WOOD"];
    private static readonly string[] Products = ["CLK_PORTLAND", "LIME_PROV11", "AL_NCSC", "STEEL_LIMESTONE", "CARB_Na2CO3"];
    private static readonly ElectricityKind[] Kinds = Enum.GetValues<ElectricityKind>();

    /// <param name="lines">How many lines; half of them fuels, the rest electricity, heat, products and conversions.</param>
    /// <param name="seed">Another park for every number.</param>
    public static ActivityData Of(int lines, int seed, int year = 2025)
    {
        var tenth = lines / 10;
        return new()
        {
            Year = year,
            Fuels = [.. Each(5 * tenth, at => new FuelLine { Fuel = Fuels[at % Fuels.Length], Use = (FuelUse)(at % 4), Quantity = Quantity(at, seed), Quality = DataQuality.Measured })],
            Electricity = [.. Each(2 * tenth, at => new ElectricityLine { Direction = FlowDirection.In, Kind = Kinds[at % Kinds.Length], Mwh = Quantity(at, seed) })],
            Heat = [.. Each(tenth, at => new HeatLine { Direction = FlowDirection.In, Source = (HeatSource)(at % 2), Gj = Quantity(at, seed) })],
            Products = [.. Each(tenth, at => new ProductLine { Product = Products[at % Products.Length], Quantity = Quantity(at, seed) })],
            Conversions = [.. Each(tenth, at => new ConversionLine
            {
                Kind = ConversionKind.Coking,
                Inputs = [new() { Fuel = "COAL_CLEAN", Quantity = Quantity(at, seed) }],
                Outputs = [new() { Fuel = "COKE", Quantity = Quantity(at, seed) / 2 }]
            })]
        };
    }

    private static IEnumerable<T> Each<T>(int count, Func<int, T> line) => Enumerable.Range(0, count).Select(line);

    private static decimal Quantity(int at, int seed) => 1 + (at * 7919L + seed * 104_729L) % 1_000_003 / 100m;
}
