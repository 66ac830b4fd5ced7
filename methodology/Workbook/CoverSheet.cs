namespace PilotRegistry.Workbook;

/// <summary>For whom and when a template was made, as its first sheet says: labels in column A, values in column B.</summary>
internal sealed record CoverSheet(Guid? Park, int Year, string RulePack)
{
    public const string ParkLabel = "园区编号", YearLabel = "年度", PackLabel = "规则包";

    private const int MaxRows = 60;

    public static CoverSheet? Read(SheetReader cells)
    {
        if (cells.Find(YearWorkbook.Cover) is not { } part) return null;
        var values = cells.Rows(part).Take(MaxRows)
            .Where(row => row.Cells.ContainsKey("A") && row.Cells.ContainsKey("B"))
            .DistinctBy(row => CellText.Plain(row.Cells["A"].Text))
            .ToDictionary(row => CellText.Plain(row.Cells["A"].Text), row => row.Cells["B"].Text.Trim());
        return values.TryGetValue(YearLabel, out var year) && int.TryParse(year, out var number)
            ? new(Guid.TryParse(values.GetValueOrDefault(ParkLabel), out var park) ? park : null, number, values.GetValueOrDefault(PackLabel) ?? "")
            : null;
    }
}
