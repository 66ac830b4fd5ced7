using PilotRegistry.Methodology;

namespace PilotRegistry.Workbook;

/// <summary>The energy of one interval, MWh.</summary>
internal static class HourlyAmount
{
    /// <summary>A thousand times what the largest industrial parks draw.</summary>
    private const decimal Absurd = 1_000_000;

    public static (decimal? Mwh, (string Code, Wording Message)? Wrong) Read(TableCell cell, HeadedColumn column)
    {
        if (cell.LacksValue)
            return (null, ("formula-without-value", new("公式没有保存结果：请在 Excel 中打开并保存，或粘贴为数值。", "The formula's value was not saved: open and save the file in Excel, or paste values.")));
        var (text, wrong) = CellNumber.Read(cell.Text, cell.IsNumber, column.Unit);
        if (text is null || !NumberText.TryParse(text, out var number))
            return (null, wrong ?? ("out-of-range", OutOfRange));
        if (number < 0)
            return (null, ("negative", new("不能为负：外送请填在“自发外送”或“直连外送”列。", "Not below zero: what left the park has columns of its own, ownOut and directOut.")));
        return number * column.Mwh is var mwh && mwh < Absurd && text.Length <= 28 ? (mwh, null) : (null, ("out-of-range", OutOfRange));
    }

    private static Wording OutOfRange => new("数值大得不合理：请核对单位。", "An absurd number: check its unit.");
}
