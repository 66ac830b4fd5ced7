namespace PilotRegistry.Methodology;

/// <summary>E_conversion = Σ input × factor − Σ output × factor: the carbon that went in and did not come out, fully oxidised.</summary>
internal static class EnergyConversion
{
    private const string Balance = "inputs − outputs";

    public static void Book(ParkYear park, Accounts accounts)
    {
        foreach (var conversion in park.Conversions)
        {
            var branch = accounts.Branch(Terms.Conversion, conversion.At, LabelOf(conversion.Kind), Balance, conversion.Co2Balance);
            foreach (var input in conversion.Inputs) accounts.BookCo2(Terms.Conversion, input, branch);
            foreach (var output in conversion.Outputs) accounts.BookCo2(Terms.Conversion, output, branch, FuelSteps.Out);
        }
    }

    /// <summary>The same balance in tce: what the conversion used up.</summary>
    public static void BookTce(ParkYear park, Accounts accounts)
    {
        foreach (var conversion in park.Conversions)
        {
            var branch = accounts.Branch(Terms.Energy, conversion.At, LabelOf(conversion.Kind), Balance, conversion.TceBalance);
            foreach (var input in conversion.Inputs) accounts.BookTce(Terms.Energy, input, branch);
            foreach (var output in conversion.Outputs) accounts.BookTce(Terms.Energy, output, branch, FuelSteps.Out);
        }
    }

    public static Wording LabelOf(ConversionKind kind) => Labels[kind];

    private static readonly Dictionary<ConversionKind, Wording> Labels = new()
    {
        [ConversionKind.Coking] = new("炼焦", "Coking"),
        [ConversionKind.Ironmaking] = new("炼铁", "Iron making"),
        [ConversionKind.Steelmaking] = new("炼钢", "Steel making"),
        [ConversionKind.GasMaking] = new("制气", "Gas making"),
        [ConversionKind.Refining] = new("炼油", "Refining"),
        [ConversionKind.CoalToOil] = new("煤制油", "Coal to oil"),
        [ConversionKind.CoalWashing] = new("煤炭洗选", "Coal washing"),
        [ConversionKind.CoalProducts] = new("煤制品加工", "Coal products"),
        [ConversionKind.GasLiquefaction] = new("天然气液化", "Gas liquefaction")
    };
}
