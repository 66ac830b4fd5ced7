using System.Text.Json;
using System.Text.Json.Serialization;

namespace PilotRegistry.Methodology;

/// <summary>Writes a code in camelCase, in every service that embeds these types, whatever its own options are.</summary>
public sealed class CodeConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;

[JsonConverter(typeof(CodeConverter<FuelUse>))]
public enum FuelUse { Terminal, Power, Heat, RawMaterial }

[JsonConverter(typeof(CodeConverter<ConversionKind>))]
public enum ConversionKind
{
    Coking, Ironmaking, Steelmaking, GasMaking, Refining, CoalToOil, CoalWashing, CoalProducts, GasLiquefaction
}

[JsonConverter(typeof(CodeConverter<FlowDirection>))]
public enum FlowDirection { In, Out }

/// <summary>
/// Grid: all that has no better claim. Direct: by direct line, non-fossil. Own: non-fossil, made inside. NonFossilMarket:
/// market nuclear, or hydro without a claimed certificate.
/// </summary>
[JsonConverter(typeof(CodeConverter<ElectricityKind>))]
public enum ElectricityKind { Grid, Direct, Own, GreenTrade, Certificate, NonFossilMarket }

[JsonConverter(typeof(CodeConverter<GenerationSource>))]
public enum GenerationSource { Fossil, Recovered, Waste, Biomass }

[JsonConverter(typeof(CodeConverter<HeatSource>))]
public enum HeatSource { Fossil, NonFossil }

[JsonConverter(typeof(CodeConverter<DataQuality>))]
public enum DataQuality { Measured, Calculated, Default, Estimated }

/// <summary>NoNationalTarget: the park is too small for one. NoTarget: a province's or refinement's indicator has none here.</summary>
[JsonConverter(typeof(CodeConverter<Verdict>))]
public enum Verdict { Met, NotMet, NoNationalTarget, NotApplicable, NotReported, NoTarget }

[JsonConverter(typeof(CodeConverter<Severity>))]
public enum Severity { Info, Warning }

/// <summary>Codes as they stand in JSON and in packs.</summary>
internal static class Codes
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static (string Word, T Value)[] Words<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => (Of(value), value))];
}
