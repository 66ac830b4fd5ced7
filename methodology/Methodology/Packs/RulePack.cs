using System.Text.Json.Serialization;

namespace PilotRegistry.Methodology;

/// <summary>Method, factors, targets and settings as data: everything a calculation knows besides the park's own numbers.</summary>
public sealed record RulePack
{
    public required string Id { get; init; }
    public required string Version { get; init; }
    /// <summary><c>sha256:</c> of what <c>sha256sum</c> prints for the pack's files in byte order of path.</summary>
    public required string Hash { get; init; }
    public required Wording Title { get; init; }
    public required string Source { get; init; }
    /// <summary>The first year the pack has numbers for.</summary>
    public required int FirstYear { get; init; }
    public required Targets Targets { get; init; }
    public required IReadOnlyDictionary<string, Setting> Settings { get; init; }
    public required IReadOnlyDictionary<string, SourcedNumber> Thresholds { get; init; }
    public required IReadOnlyDictionary<string, FuelRow> Fuels { get; init; }
    public required IReadOnlyDictionary<string, ProductRow> Products { get; init; }
    public required IReadOnlyDictionary<string, LimitRow> Limits { get; init; }
    public required IReadOnlyDictionary<ElectricityKind, ElectricityRow> Electricity { get; init; }
    public required IReadOnlyDictionary<HeatSource, HeatRow> Heat { get; init; }
    public required IReadOnlyList<EquivalentValue> EquivalentValues { get; init; }
    public required IReadOnlyList<GridFactor> GridFactors { get; init; }
    /// <summary>The national pack this one tightens; null for a national pack itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public PackReference? Refines { get; init; }
    /// <summary>Indicators a refinement adds to the national six.</summary>
    public IReadOnlyList<AddedIndicator> Indicators { get; init; } = [];

    [JsonIgnore] public PackReference Reference => new(Id, Version, Hash);
    /// <summary>What a result names: the national pack first, then what refines it.</summary>
    [JsonIgnore] public IReadOnlyList<PackReference> References => Refines is { } refined ? [refined, Reference] : [Reference];
    [JsonIgnore] public Choices Choices => new(Settings);

    /// <summary>The newest value at or before the year: a year without its own carries the last one forward.</summary>
    public SourcedNumber? EquivalentValueFor(int year) => EquivalentValues
        .Where(row => row.Series == Choices.EquivalentValueSeries && row.FromYear <= year)
        .MaxBy(row => row.FromYear)?.TcePerMwh;

    /// <summary>t CO2 per MWh of electricity without a zero-carbon claim.</summary>
    public SourcedNumber? FossilPowerFactor() => GridFactors
        .FirstOrDefault(row => row.Year == Choices.GridFactorYear && row is { Area: GridFactor.Nation, Kind: GridFactor.FossilPower })
        ?.TonnesPerMwh;

    /// <summary>This pack with one setting chosen otherwise, to see what depends on it.</summary>
    public RulePack With(string setting, string value) => this with
    {
        Settings = new Dictionary<string, Setting>(Settings) { [setting] = Settings[setting] with { Value = value } }
    };
}
