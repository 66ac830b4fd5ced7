namespace PilotRegistry.Methodology;

/// <summary>
/// A quantity of one fuel with what turns it into tce and t CO2. Three readings: by the standard tce of a unit, by a measured
/// heat value (GJ per unit), or as energy already (GJ).
/// </summary>
internal sealed record FuelAmount(string At, FuelRow Row, decimal Quantity, decimal? HeatValue, SourcedNumber Emission)
{
    /// <summary>Leaf value: quantity × tce per unit, or quantity × GJ per unit ÷ 29.3076.</summary>
    public decimal Tce { get; } = Rounded.Leaf(TceOf(Row, Quantity, HeatValue));

    /// <summary>Leaf value: quantity × GJ per unit × t/TJ ÷ 1000.</summary>
    public decimal Co2 { get; } = Rounded.Leaf(Carbon(Row, Quantity, HeatValue, Emission.Value));

    public decimal Biogenic { get; } = Rounded.Leaf(Carbon(Row, Quantity, HeatValue, Row.Biogenic?.Value ?? 0));

    /// <summary>A measured heat value stands in for the pack's: then the same amount by the pack's, to see the effect.</summary>
    public FuelAmount? ByStandardHeatValue => HeatValue is not null && Row.TcePerUnit is not null ? new(At, Row, Quantity, HeatValue: null, Emission) : null;

    /// <summary>GJ per natural unit.</summary>
    private static decimal HeatPerUnit(FuelRow row, decimal? heatValue) =>
        row.InGigajoules ? 1 : heatValue ?? row.TcePerUnit!.Value * Unit.GjPerTce;

    private static decimal TceOf(FuelRow row, decimal quantity, decimal? heatValue) =>
        heatValue is null && row.TcePerUnit is { } tcePerUnit
            ? quantity * tcePerUnit.Value
            : quantity * HeatPerUnit(row, heatValue) / Unit.GjPerTce;

    private static decimal Carbon(FuelRow row, decimal quantity, decimal? heatValue, decimal tonnesPerTj) =>
        quantity * HeatPerUnit(row, heatValue) * tonnesPerTj / Unit.GjPerTj;
}
