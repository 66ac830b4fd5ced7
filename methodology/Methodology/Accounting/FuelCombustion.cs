namespace PilotRegistry.Methodology;

/// <summary>
/// E_fuel = Σ quantity × factor over terminal use, power and heat supply: burning after which no carbon-bearing secondary
/// energy arises. Raw material is not burned. International bunkers stay in.
/// </summary>
internal static class FuelCombustion
{
    public static void Book(ParkYear park, Accounts accounts)
    {
        foreach (var fuel in park.FuelsFor(FuelUse.Terminal, FuelUse.Power, FuelUse.Heat)) accounts.BookCo2(Terms.Fuel, fuel.Amount);
        foreach (var bunker in park.Bunkers) accounts.BookCo2(Terms.Fuel, bunker);
    }
}
