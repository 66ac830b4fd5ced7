namespace PilotRegistry.Methodology;

/// <summary>Shown beside the result and deducted from nothing: CCUS, sinks and offsets belong to a separate net-zero claim.</summary>
internal static class MemoItems
{
    public static void Book(ParkYear park, Accounts accounts)
    {
        foreach (var bunker in park.Bunkers) accounts.BookCo2(Terms.Bunkers, bunker);
        foreach (var fuel in park.FuelsFor(FuelUse.RawMaterial)) accounts.BookTce(Terms.RawMaterial, fuel.Amount);
        BookBiogenic(park, accounts);
        foreach (var removal in park.Removals)
            accounts.Leaf(Terms.Removals, removal.At, new(removal.Kind, removal.Kind), "t", factor: null, removal.Tonnes, ("t", removal.Tonnes));
    }

    private static void BookBiogenic(ParkYear park, Accounts accounts)
    {
        foreach (var fuel in park.FuelsFor(FuelUse.Terminal, FuelUse.Power, FuelUse.Heat)) accounts.BookBiogenic(fuel.Amount);
        foreach (var bunker in park.Bunkers) accounts.BookBiogenic(bunker);
        foreach (var conversion in park.Conversions)
        {
            foreach (var input in conversion.Inputs) accounts.BookBiogenic(input);
            foreach (var output in conversion.Outputs) accounts.BookBiogenic(output, FuelSteps.Out);
        }
    }
}
