namespace PilotRegistry.Methodology;

/// <summary>附件4 and the energy of 附件3, from top to bottom.</summary>
internal static class Accounting
{
    /// <param name="park">A year that has passed every check.</param>
    /// <param name="pack">The numbers and settings to compute with.</param>
    /// <param name="explains">Whether to keep each step; sums alone are cheaper.</param>
    public static Accounts Of(ParkYear park, RulePack pack, bool explains)
    {
        var accounts = new Accounts(explains);

        // E_park = E_energy + E_process, and E_energy = E_fuel + E_conversion + E_indirect
        FuelCombustion.Book(park, accounts);
        EnergyConversion.Book(park, accounts);
        IndirectEmissions.Book(park, pack, accounts);
        ProcessEmissions.Book(park, accounts);

        // 附件3: the denominator of the core indicator, and its clean part
        EnergyConsumption.Book(park, pack, accounts);
        CleanEnergy.Book(park, pack, accounts);

        MemoItems.Book(park, accounts);
        return accounts;
    }
}
