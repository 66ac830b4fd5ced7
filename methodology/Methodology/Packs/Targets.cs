namespace PilotRegistry.Methodology;

/// <summary>What the indicators are measured against.</summary>
public sealed record Targets
{
    /// <summary>Core target by energy consumption, ascending; below the first band there is none.</summary>
    public required IReadOnlyList<CoreBand> Core { get; init; }
    /// <summary>Guiding targets by indicator id, shares of 1.</summary>
    public required IReadOnlyDictionary<string, SourcedNumber> Guiding { get; init; }

    public SourcedNumber? CoreFor(decimal tce) => CoreFor(tce, Core);

    public static SourcedNumber? CoreFor(decimal tce, IReadOnlyList<CoreBand> bands) =>
        bands.FirstOrDefault(band => tce >= band.FromTce && (band.BelowTce is null || tce < band.BelowTce))?.Target;
}

/// <summary>A band of energy consumption and its core target, t CO2 per tce. The lower bound belongs to the band.</summary>
public sealed record CoreBand([property: Number] decimal FromTce, [property: Number] decimal? BelowTce, SourcedNumber Target);

/// <summary>An open question of the method: our choice, the other choices worth trying on every result, and why.</summary>
/// <param name="Overridable">The stricter choices a refinement may make; most settings have none.</param>
public sealed record Setting(string Value, IReadOnlyList<string> Alternatives, IReadOnlyList<string> Overridable, string Mark, Wording Reason);

/// <summary>The settings by name, as the accounting reads them.</summary>
public readonly struct Choices(IReadOnlyDictionary<string, Setting> settings)
{
    /// <summary>Every setting a pack must answer, with the answers this code understands; null means a year.</summary>
    public static readonly IReadOnlyDictionary<string, string[]?> Known = new Dictionary<string, string[]?>
    {
        ["equivalentValueSeries"] = ["supply", "generation"],
        ["gridFactorYear"] = null,
        ["gasIsClean"] = ["true", "false"],
        ["rawMaterialCountsAsEnergy"] = ["true", "false"],
        ["measuredHeatValue"] = ["accepted", "refused"],
        ["wasteEnergyWeights"] = ["recoverable", "equal"],
        [CertificateMonth] = ["withinValidity", "accountingYear"]
    };

    /// <summary>Which production months of a certificate count for a year; read where certificates are claimed, not here.</summary>
    public const string CertificateMonth = "certificateMonth";

    public string EquivalentValueSeries => settings["equivalentValueSeries"].Value;
    public int GridFactorYear => int.Parse(settings["gridFactorYear"].Value, System.Globalization.CultureInfo.InvariantCulture);
    public bool GasIsClean => settings["gasIsClean"].Value == "true";
    public bool RawMaterialCountsAsEnergy => settings["rawMaterialCountsAsEnergy"].Value == "true";
    public bool AcceptsMeasuredHeatValue => settings["measuredHeatValue"].Value == "accepted";
    public bool WeighsWasteEnergyEqually => settings["wasteEnergyWeights"].Value == "equal";
}
