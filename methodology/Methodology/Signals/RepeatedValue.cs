namespace PilotRegistry.Methodology;

/// <summary>The same odd number in several lines: copied, perhaps.</summary>
internal static class RepeatedValue
{
    private const int Often = 3;
    private const int OddDigits = 4;

    public static IEnumerable<Signal> Look(Computed year)
    {
        var same = year.Park.Quantities()
            .Where(line => NumberText.SignificantDigits(line.Quantity) >= OddDigits)
            .GroupBy(line => line.Quantity)
            .Where(lines => lines.Count() >= Often);
        foreach (var lines in same)
            yield return Saw.Info("repeatedValue",
                $"同一数值 {NumberText.Format(lines.Key)} 出现在多行：请核对是否误填。",
                $"The same number {NumberText.Format(lines.Key)} stands in several lines: check that it was not copied.",
                ("value", lines.Key), ("pointers", string.Join(", ", lines.Select(line => $"/{line.At}"))));
    }
}
