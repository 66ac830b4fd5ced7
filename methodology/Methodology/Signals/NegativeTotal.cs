namespace PilotRegistry.Methodology;

/// <summary>A total below zero is met, and worth a look: credits for what left outweigh all that was emitted.</summary>
internal static class NegativeTotal
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        if (year.Accounts.Total < 0)
            yield return Saw.Warning("negativeTotal",
                "排放总量为负：外送电力、热力或转换产出的抵减超过了全部排放，请核对。",
                "The total is negative: credits for power, heat or converted fuel that left outweigh all emissions. Check them.",
                ("total", year.Accounts.Total));
    }
}
