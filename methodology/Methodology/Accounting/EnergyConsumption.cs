namespace PilotRegistry.Methodology;

/// <summary>
/// All energy actually consumed, tce: fuels and bunkers, what conversions used up, electricity at its equivalent value, heat
/// at its calorific value.
/// </summary>
internal static class EnergyConsumption
{
    public static void Book(ParkYear park, RulePack pack, Accounts accounts)
    {
        var equivalentValue = pack.EquivalentValueFor(park.Reported.Year)!;
        foreach (var fuel in park.Fuels)
            if (fuel.Use is not FuelUse.RawMaterial || pack.Choices.RawMaterialCountsAsEnergy) accounts.BookTce(Terms.Energy, fuel.Amount);
        foreach (var bunker in park.Bunkers) accounts.BookTce(Terms.Energy, bunker);
        EnergyConversion.BookTce(park, accounts);
        foreach (var flow in park.Electricity) accounts.BookTce(Terms.Energy, flow, equivalentValue);
        foreach (var flow in park.Heat) accounts.BookTce(Terms.Energy, flow);
    }

    public static void BookTce(this Accounts accounts, Term term, PowerFlow flow, SourcedNumber equivalentValue) => accounts.Leaf(
        term, flow.At, flow.Label, IndirectEmissions.FormulaOf(flow), equivalentValue,
        flow.NetMwh * equivalentValue.Value, ("mwh", flow.Mwh));

    public static void BookTce(this Accounts accounts, Term term, HeatFlow flow) => accounts.Leaf(
        term, flow.At, flow.Label, IndirectEmissions.FormulaOf(flow), flow.Row.TcePerGj,
        flow.NetGj * flow.Row.TcePerGj.Value, ("gj", flow.Gj));
}
