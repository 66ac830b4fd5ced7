namespace PilotRegistry.Methodology;

/// <summary>
/// How much of the park's electricity is supplied directly: what came by direct line or was made inside without carbon, less
/// what of it left, over all electricity used. In principle at least half; not an indicator.
/// </summary>
internal static class DirectSupply
{
    public static Share Of(ParkYear park)
    {
        var all = Enum.GetValues<ElectricityKind>();
        return new(
            park.MwhIn(ElectricityKind.Direct, ElectricityKind.Own) - park.MwhOut(ElectricityKind.Direct, ElectricityKind.Own),
            park.MwhIn(all) - park.MwhOut(all) + park.MwhMade(Enum.GetValues<GenerationSource>()));
    }

    public static DerivationEntry? Step(Share share) => Ratio.Of(share.Part, share.Whole) is { } value
        ? new()
        {
            Id = "directSupplyShare",
            Parent = null,
            Term = "directSupplyShare",
            Label = new("绿电直供占比", "Direct supply share"),
            Formula = "directMwh ÷ usedMwh",
            Inputs = NamedNumbers.Of(("directMwh", share.Part), ("usedMwh", share.Whole)),
            Factor = null,
            Value = Rounded.Leaf(value),
            Unit = "1"
        }
        : null;
}
