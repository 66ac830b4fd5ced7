using System.Text.Json.Serialization;

namespace PilotRegistry.Methodology;

/// <summary>A park's year by one rule pack: numbers, verdicts, what looks odd, and every step that led there.</summary>
public sealed record Result
{
    public required int Year { get; init; }
    public required IReadOnlyList<PackReference> RulePacks { get; init; }
    public required Emissions Emissions { get; init; }
    public required Memo Memo { get; init; }
    public required Energy Energy { get; init; }
    /// <summary>Directly supplied part of all electricity used; null when none was used.</summary>
    [Number] public required decimal? DirectSupplyShare { get; init; }
    /// <summary>How well the headline figures are known; absent in results from before it was computed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public FigureQuality? Quality { get; init; }
    public required IReadOnlyList<Indicator> Indicators { get; init; }
    public required IReadOnlyList<Signal> Signals { get; init; }
    public required IReadOnlyList<DerivationEntry> Derivation { get; init; }
    /// <summary>A province's own verdicts, when the request asks for them; nothing above depends on it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public ProvincialResult? Provincial { get; init; }

    /// <summary>Those about the national result, then those about the province's verdicts.</summary>
    public IEnumerable<Signal> AllSignals() => [.. Signals, .. Provincial?.Signals ?? []];
}

/// <summary>A rule pack by name and by content: <c>sha256:</c> and 64 hexadecimal digits.</summary>
public sealed record PackReference(string Id, string Version, string Hash);

/// <summary>t CO2.</summary>
public sealed record Emissions
{
    [Number] public required decimal Fuel { get; init; }
    [Number] public required decimal Conversion { get; init; }
    [Number] public required decimal Electricity { get; init; }
    [Number] public required decimal Heat { get; init; }
    [Number] public required decimal Process { get; init; }
    [Number] public required decimal Total { get; init; }
}

/// <summary>Shown beside the result and never part of the total, but for bunkers, which are repeated here. t CO2 unless named.</summary>
public sealed record Memo
{
    [Number] public required decimal Bunkers { get; init; }
    [Number] public required decimal RawMaterialTce { get; init; }
    [Number] public required decimal Biogenic { get; init; }
    [Number] public required decimal Removals { get; init; }
}

/// <summary>Energy consumption in tce, electricity at its equivalent value (tce/MWh).</summary>
public sealed record Energy
{
    [Number] public required decimal Tce { get; init; }
    [Number] public required decimal CleanTce { get; init; }
    [Number] public required decimal EquivalentValue { get; init; }
}

/// <summary>One indicator against its target; null where there is no value or no target.</summary>
public sealed record Indicator
{
    public required string Id { get; init; }
    [Number] public required decimal? Value { get; init; }
    public required string Unit { get; init; }
    [Number] public required decimal? Target { get; init; }
    public required Verdict Verdict { get; init; }
    /// <summary>What it is called; only for those a refinement adds, the national six are known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Wording? Label { get; init; }
    /// <summary>On which side of the target a value meets it; only for those a refinement adds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public TargetBound? Bound { get; init; }
}

/// <summary>Something a reader should look at, with what was seen. A signal never decides.</summary>
public sealed record Signal(string Id, Severity Severity, Wording Message, IReadOnlyDictionary<string, string> Facts);

/// <summary>The same sentence or name in both languages.</summary>
public sealed record Wording(string Zh, string En);
