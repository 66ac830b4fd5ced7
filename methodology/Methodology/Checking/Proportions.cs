namespace PilotRegistry.Methodology;

/// <summary>Quotients that only a wrong unit explains: almost no energy beside a mountain of CO2.</summary>
internal static class Proportions
{
    public static void Check(Accounts accounts, Share directSupply, Problems problems)
    {
        var energy = accounts[Terms.Energy];
        if (Ratio.IsSane(accounts.Total, energy)
            && Ratio.IsSane(accounts[Terms.CleanEnergy], energy)
            && Ratio.IsSane(directSupply.Part, directSupply.Whole)) return;
        problems.Add("", "out-of-proportion",
            "各项之间相差过于悬殊（能源消费量或用电量几乎为零）：请核对各行的单位和数量级。",
            "The lines are out of all proportion (almost no energy or electricity use): check the units and magnitudes of all lines.");
    }
}
