namespace PilotRegistry.Methodology;

/// <summary>How an amount of fuel becomes a leaf, with the formula of the reading that was used.</summary>
internal static class FuelSteps
{
    public const int In = 1;
    public const int Out = -1;

    private const string TceByGigajoules = "quantity ÷ gjPerTce";
    private const string TceByHeatValue = "quantity × heatValue ÷ gjPerTce";
    private const string TceByStandard = "quantity × factor";
    private const string CarbonByGigajoules = "quantity × factor ÷ 1000";
    private const string CarbonByHeatValue = "quantity × heatValue × factor ÷ 1000";
    private const string CarbonByStandard = "quantity × tcePerUnit × gjPerTce × factor ÷ 1000";

    public static void BookCo2(this Accounts accounts, Term term, FuelAmount fuel, string? parent = null, int sign = In) =>
        BookCarbon(accounts, term, fuel, parent ?? term.Id, sign, sign * fuel.Co2, fuel.Emission);

    public static void BookBiogenic(this Accounts accounts, FuelAmount fuel, int sign = In)
    {
        if (fuel.Row.Biogenic is { } factor)
            BookCarbon(accounts, Terms.Biogenic, fuel, Terms.Biogenic.Id, sign, sign * fuel.Biogenic, factor);
    }

    public static void BookTce(this Accounts accounts, Term term, FuelAmount fuel, string? parent = null, int sign = In)
    {
        var (at, name, value) = (fuel.At, fuel.Row.Name, sign * fuel.Tce);
        if (fuel.Row.InGigajoules)
            accounts.Leaf(term, at, parent ?? term.Id, name, Signed(TceByGigajoules, sign), null, value,
                ("quantity", fuel.Quantity), ("gjPerTce", Unit.GjPerTce));
        else if (fuel.HeatValue is { } heatValue)
            accounts.Leaf(term, at, parent ?? term.Id, name, Signed(TceByHeatValue, sign), null, value,
                ("quantity", fuel.Quantity), ("heatValue", heatValue), ("gjPerTce", Unit.GjPerTce));
        else
            accounts.Leaf(term, at, parent ?? term.Id, name, Signed(TceByStandard, sign), fuel.Row.TcePerUnit, value,
                ("quantity", fuel.Quantity));
    }

    private static void BookCarbon(
        Accounts accounts, Term term, FuelAmount fuel, string parent, int sign, decimal value, SourcedNumber factor)
    {
        if (fuel.Row.InGigajoules)
            accounts.Leaf(term, fuel.At, parent, fuel.Row.Name, Signed(CarbonByGigajoules, sign), factor, value,
                ("quantity", fuel.Quantity));
        else if (fuel.HeatValue is { } heatValue)
            accounts.Leaf(term, fuel.At, parent, fuel.Row.Name, Signed(CarbonByHeatValue, sign), factor, value,
                ("quantity", fuel.Quantity), ("heatValue", heatValue));
        else
            accounts.Leaf(term, fuel.At, parent, fuel.Row.Name, Signed(CarbonByStandard, sign), factor, value,
                ("quantity", fuel.Quantity), ("tcePerUnit", fuel.Row.TcePerUnit!.Value), ("gjPerTce", Unit.GjPerTce));
    }

    private static string Signed(string formula, int sign) => sign == Out ? Negated[formula] : formula;

    /// <summary>Made once, not for every leaf.</summary>
    private static readonly Dictionary<string, string> Negated = new[]
    {
        TceByGigajoules, TceByHeatValue, TceByStandard, CarbonByGigajoules, CarbonByHeatValue, CarbonByStandard
    }.ToDictionary(formula => formula, formula => $"−{formula}");
}
