using PilotRegistry.Methodology;

namespace PilotRegistry.Disclosure;

/// <summary>A reported and a verified year; the numbers are recognisable, not computed.</summary>
internal static class Numbers
{
    public const string EvidenceHash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    public static readonly ActivityData Data = new()
    {
        Year = 2025,
        Fuels = [new() { Fuel = "NG", Use = FuelUse.Terminal, Quantity = 111.5m, Evidence = EvidenceHash, Note = "机密备注" }],
    };

    public static readonly Result Reported = Of(total: 18_000m, core: 0.18m);

    public static readonly Result Verified = Of(total: 18_600m, core: 0.186m);

    public static Result Of(decimal total, decimal core) => new()
    {
        Year = 2025,
        RulePacks = [new("national/2025-trial", "1.0.0", "sha256:00")],
        Emissions = new() { Fuel = total, Conversion = 0, Electricity = 0, Heat = 0, Process = 0, Total = total },
        Memo = new() { Bunkers = 0, RawMaterialTce = 0, Biogenic = 0, Removals = 0 },
        Energy = new() { Tce = 100_000m, CleanTce = 93_000m, EquivalentValue = 0.3024m },
        DirectSupplyShare = 0.51m,
        Indicators =
        [
            new() { Id = "core", Value = core, Unit = "t/tce", Target = 0.2m, Verdict = Verdict.Met },
            new() { Id = "cleanEnergy", Value = 0.93m, Unit = "1", Target = 0.9m, Verdict = Verdict.Met },
        ],
        Signals = [new("nearCliff", Severity.Info, new("接近门槛", "Near the threshold"), new Dictionary<string, string> { ["margin"] = "0.014" })],
        Derivation = [],
    };
}
