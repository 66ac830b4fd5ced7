using PilotRegistry.Methodology;

namespace PilotRegistry.Testing;

/// <summary>Small values with every member filled, for the stored shapes: they must not change when a rule pack does.</summary>
public static class Examples
{
    public static readonly ActivityData Data = new()
    {
        Year = 2025,
        RulePack = "national/2025-trial@1.0.0",
        Electricity = [new() { Direction = FlowDirection.In, Kind = ElectricityKind.Grid, Mwh = 1000.50m, Note = "结算单", Quality = DataQuality.Measured }],
    };

    public static readonly Result Result = new()
    {
        Year = 2025,
        RulePacks = [new("national/2025-trial", "1.0.0", "sha256:" + new string('0', 64))],
        Emissions = new() { Fuel = 0m, Conversion = 0m, Electricity = 832.91625m, Heat = 0m, Process = 0m, Total = 832.91625m },
        Memo = new() { Bunkers = 0m, RawMaterialTce = 0m, Biogenic = 0m, Removals = 0m },
        Energy = new() { Tce = 302.5512m, CleanTce = 0m, EquivalentValue = 0.3024m },
        DirectSupplyShare = 0m,
        Indicators = [new() { Id = "core", Value = 2.752976m, Unit = "t/tce", Target = null, Verdict = Verdict.NoNationalTarget }],
        Signals = [new("example", Severity.Info, new("示例", "An example"), new Dictionary<string, string> { ["share"] = "0" })],
        Derivation =
        [
            new()
            {
                Id = "electricity.0", Parent = "electricity", Term = "electricity", Label = new("电网购入", "Grid power"), Formula = "mwh × factor",
                Inputs = new(new KeyValuePair<string, decimal>("mwh", 1000.5m)),
                Factor = new() { Id = "grid", Value = 0.8325m, Unit = "t/MWh", Source = "附件4", Mark = "V" }, Value = 832.91625m, Unit = "t",
            },
        ],
    };
}
