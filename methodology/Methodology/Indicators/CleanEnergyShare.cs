namespace PilotRegistry.Methodology;

/// <summary>Clean tce ÷ all tce. Never clipped: outside 0…1 it is shown as it is, with a signal.</summary>
internal static class CleanEnergyShare
{
    public static Assessed Assess(Accounts accounts, Targets targets) => Shares.AtLeast(
        IndicatorIds.CleanEnergy, new("清洁能源消费占比", "Clean-energy share"),
        new Share(accounts[Terms.CleanEnergy], accounts[Terms.Energy]), targets, "cleanEnergy ÷ energy", "cleanEnergy", "energy");
}
