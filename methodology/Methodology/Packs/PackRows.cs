using System.Text.Json.Serialization;

namespace PilotRegistry.Methodology;

/// <summary>A fuel: what a unit of it holds. Numbers that the park must measure are null.</summary>
public sealed record FuelRow
{
    public required string Code { get; init; }
    public required Wording Name { get; init; }
    public required string Group { get; init; }
    /// <summary><c>t</c>, <c>10^4 m3</c> or <c>GJ</c>.</summary>
    public required string Unit { get; init; }
    public SourcedNumber? TcePerUnit { get; init; }
    /// <summary>t CO2 per TJ.</summary>
    public SourcedNumber? Emission { get; init; }
    /// <summary>t biogenic CO2 per TJ: a memo item.</summary>
    public SourcedNumber? Biogenic { get; init; }
    public required bool HeatValueMeasured { get; init; }
    public required bool EmissionMeasured { get; init; }
    public required FuelCleanness Clean { get; init; }
    /// <summary>Arises from a conversion, and counts twice when that conversion is not reported.</summary>
    public required bool ByProduct { get; init; }
    /// <summary>Its making emits outside the method's view.</summary>
    public required bool UpstreamOutside { get; init; }
    /// <summary>Why it cannot be entered and what to enter instead; null when it can.</summary>
    public Wording? Refused { get; init; }

    public bool InGigajoules => Unit == "GJ";
}

/// <summary>Whether a fuel is clean energy; gas is by a setting.</summary>
[JsonConverter(typeof(CodeConverter<FuelCleanness>))]
public enum FuelCleanness { No, Yes, BySetting }

/// <summary>A product with process emissions.</summary>
public sealed record ProductRow
{
    public required string Code { get; init; }
    public required Wording Name { get; init; }
    public required string Unit { get; init; }
    /// <summary>t CO2 per unit.</summary>
    public SourcedNumber? Factor { get; init; }
    public required string Basis { get; init; }
    public required ProductUse Use { get; init; }
    /// <summary>Codes of fuels and products whose carbon the factor already holds, so that reporting both may count it twice.</summary>
    public required IReadOnlyList<string> HoldsCarbonOf { get; init; }
    public required string Note { get; init; }
    public Wording? Refused { get; init; }
}

/// <summary>Default: taken as is. Alternative: needs a basis. Balance: needs the park's factor and basis. No: refused.</summary>
[JsonConverter(typeof(CodeConverter<ProductUse>))]
public enum ProductUse { Default, Alternative, Balance, No }

/// <summary>The national limit of a product's energy use; lower is better, level 2 is the target.</summary>
public sealed record LimitRow
{
    public required string Code { get; init; }
    public required Wording Name { get; init; }
    public required string Standard { get; init; }
    public required string Unit { get; init; }
    [Number] public required decimal? Level1 { get; init; }
    [Number] public required decimal? Level2 { get; init; }
    [Number] public required decimal? Level3 { get; init; }
    public required string Mark { get; init; }
    public required string Note { get; init; }
}

/// <summary>What a kind of electricity counts for. Its factor is null when it is the fossil-power factor of the setting.</summary>
public sealed record ElectricityRow
{
    public required ElectricityKind Kind { get; init; }
    public required Wording Name { get; init; }
    public SourcedNumber? Factor { get; init; }
    public required bool Clean { get; init; }
    public required bool Direct { get; init; }
    public required bool MayLeave { get; init; }
}

/// <summary>What heat across the boundary counts for.</summary>
public sealed record HeatRow
{
    public required HeatSource Source { get; init; }
    public required Wording Name { get; init; }
    /// <summary>t CO2 per GJ.</summary>
    public required SourcedNumber Emission { get; init; }
    public required SourcedNumber TcePerGj { get; init; }
}

/// <summary>The equivalent value of electricity from a year on, tce per MWh (= kgce per kWh).</summary>
public sealed record EquivalentValue(string Series, int FromYear, SourcedNumber TcePerMwh);

/// <summary>A published grid factor, t CO2 per MWh (= kg per kWh).</summary>
public sealed record GridFactor(int Year, string Area, string Kind, SourcedNumber TonnesPerMwh)
{
    public const string Nation = "全国";
    public const string FossilPower = "fossil power";
}
