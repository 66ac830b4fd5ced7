namespace PilotRegistry.Workbook;

/// <summary>A cell as it stands in the file.</summary>
/// <param name="IsNumber">A number of Excel, a time included; otherwise text.</param>
/// <param name="LacksValue">A formula whose value was not saved.</param>
internal readonly record struct TableCell(string Text, bool IsNumber = false, bool LacksValue = false)
{
    public bool IsBlank => !LacksValue && string.IsNullOrWhiteSpace(Text);
}

/// <summary>A row of a table: the number people see beside it, and its cells from the first column on.</summary>
/// <param name="TooLong">So long that it is no row of a table; its cells are not there.</param>
internal readonly record struct TableRow(int Number, IReadOnlyList<TableCell> Cells, bool TooLong = false);
