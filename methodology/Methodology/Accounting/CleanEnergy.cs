namespace PilotRegistry.Methodology;

/// <summary>
/// The clean part of <see cref="EnergyConsumption"/>, tce: non-fossil electricity that stays, net non-fossil heat, clean
/// fuels, and gas where the setting says so, less what left the park as power or heat made from it. Bunkers are never clean.
/// </summary>
internal static class CleanEnergy
{
    public static void Book(ParkYear park, RulePack pack, Accounts accounts)
    {
        var equivalentValue = pack.EquivalentValueFor(park.Reported.Year)!;
        foreach (var flow in park.Electricity)
            if (flow.Row.Clean) accounts.BookTce(Terms.CleanEnergy, flow, equivalentValue);
        foreach (var flow in park.Heat)
            if (flow.Row.Source is HeatSource.NonFossil) accounts.BookTce(Terms.CleanEnergy, flow);
        foreach (var fuel in park.FuelsFor(FuelUse.Terminal, FuelUse.Power, FuelUse.Heat))
            if (fuel.Amount.Row.Clean is FuelCleanness.Yes) accounts.BookTce(Terms.CleanEnergy, fuel.Amount);
        if (pack.Choices.GasIsClean) BookGas(park, accounts);
    }

    /// <summary>Gas used in the park counts in full; gas that left as power or heat does not.</summary>
    private static void BookGas(ParkYear park, Accounts accounts)
    {
        foreach (var gas in park.FuelsFor(FuelUse.Terminal, FuelUse.Heat).Where(IsGas)) accounts.BookTce(Terms.CleanEnergy, gas.Amount);
        BookGasForPower(park, accounts);
        BookGasHeatThatLeft(park, accounts);
    }

    /// <summary>× (1 − grid power out ÷ fossil power made): only the part of the power that stayed.</summary>
    private static void BookGasForPower(ParkYear park, Accounts accounts)
    {
        var (gridOut, fossilMade) = (park.MwhOut(ElectricityKind.Grid), park.MwhMade(GenerationSource.Fossil));
        foreach (var gas in park.FuelsFor(FuelUse.Power).Where(IsGas))
            if (gridOut == 0) accounts.BookTce(Terms.CleanEnergy, gas.Amount);
            else accounts.Leaf(Terms.CleanEnergy, gas.Amount.At, gas.Amount.Row.Name, "tce × (1 − gridOut ÷ fossilMade)", factor: null,
                gas.Amount.Tce * (1 - gridOut / fossilMade), ("tce", gas.Amount.Tce), ("gridOut", gridOut), ("fossilMade", fossilMade));
    }

    /// <summary>Fossil heat out × (gas ÷ all fuel burned for heat), both in tce.</summary>
    private static void BookGasHeatThatLeft(ParkYear park, Accounts accounts)
    {
        var allTce = park.FuelsFor(FuelUse.Heat).Sum(fuel => fuel.Amount.Tce);
        var gasTce = park.FuelsFor(FuelUse.Heat).Where(IsGas).Sum(fuel => fuel.Amount.Tce);
        if (gasTce == 0) return;
        foreach (var flow in park.Heat)
            if (flow is { Direction: FlowDirection.Out, Row.Source: HeatSource.Fossil })
                accounts.Leaf(Terms.CleanEnergy, flow.At, new("减：天然气供热外送", "Less: heat from gas that left"),
                    "−gj × factor × (gasTce ÷ heatTce)", flow.Row.TcePerGj,
                    -flow.Gj * flow.Row.TcePerGj.Value * (gasTce / allTce), ("gj", flow.Gj), ("gasTce", gasTce), ("heatTce", allTce));
    }

    private static bool IsGas(BurnedFuel fuel) => fuel.Amount.Row.Clean is FuelCleanness.BySetting;
}
