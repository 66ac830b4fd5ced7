namespace PilotRegistry.Methodology;

/// <summary>Most quantities are round: estimated, perhaps, where they should have been measured.</summary>
internal static class RoundNumbers
{
    private const int EnoughToCompare = 8;
    private const int RoundDigits = 2;
    private const decimal SmallestThatCanBeRound = 1000;

    public static IEnumerable<Signal> Look(Computed year)
    {
        var quantities = year.Park.Quantities().Where(line => line.Quantity >= SmallestThatCanBeRound).ToList();
        var round = quantities.Count(line => NumberText.SignificantDigits(line.Quantity) <= RoundDigits);
        if (quantities.Count >= EnoughToCompare && round >= year.Pack.Thresholds[Thresholds.RoundNumbers].Value * quantities.Count)
            yield return Saw.Info("roundNumbers",
                $"{quantities.Count} 个数量中有 {round} 个是整百整千的整数：请确认是否为实测值。",
                $"{round} of {quantities.Count} quantities are round numbers: make sure they were measured.",
                ("quantities", quantities.Count), ("round", round));
    }
}
