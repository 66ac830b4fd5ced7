namespace PilotRegistry.Methodology;

/// <summary>More fossil power was made than the fuels reported for power hold, at full efficiency.</summary>
internal static class GenerationAboveFuel
{
    private const decimal GjPerMwh = 3.6m;

    public static IEnumerable<Signal> Look(Computed year)
    {
        var madeGj = year.Park.MwhMade(GenerationSource.Fossil) * GjPerMwh;
        var fuelGj = year.Park.FuelsFor(FuelUse.Power).Sum(fuel => fuel.Amount.Tce) * Unit.GjPerTce;
        if (madeGj > fuelGj)
            yield return Saw.Warning("generationAboveFuel",
                "化石燃料发电量大于发电用燃料的热量：请核对发电量，或补填用途为火力发电的燃料。",
                "More fossil power is stated than the fuels for power hold: check the generation, or add the fuels with use power.",
                ("generatedGj", madeGj), ("fuelGj", fuelGj));
    }
}
