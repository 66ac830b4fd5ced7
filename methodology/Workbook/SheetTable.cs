namespace PilotRegistry.Workbook;

/// <summary>Finds a sheet's headings and hands on every row below them in which somebody entered something.</summary>
internal sealed class SheetTable(Sheet sheet, YearJson year)
{
    /// <summary>Headings are looked for in the first rows only; a title and a hint stand above them.</summary>
    private const int LastHeadingRow = 10;

    private readonly HashSet<string> strangers = [];
    private Dictionary<string, Column>? columns;
    private int taken;

    /// <returns>False when nothing more needs to be read.</returns>
    public bool Take(SheetRow row)
    {
        if (columns is null) return FindHeadings(row);
        var filled = Filled(row);
        if (filled.Cells.Count == 0) return true;
        if (++taken > YearWorkbook.MaxRows)
        {
            year.Refuse(new(sheet.Name, $"A{row.Number}", "", "too-many-rows", new(
                $"超过 {YearWorkbook.MaxRows} 行：请合并同类行，本表从这一行起未读取。", $"More than {YearWorkbook.MaxRows} rows: add up rows of the same kind; from here on this sheet was not read.")));
            return false;
        }

        if (filled.Cells.Values.All(cell => sheet.Columns.Any(c => c.Kind is ColumnKind.Choice && filled[c.Member] == cell)) && IsOffered(filled)) return true;
        sheet.Take(filled, year);
        return true;
    }

    public void Finish()
    {
        if (columns is null)
            year.Refuse(new(sheet.Name, "", "", "headings-missing", new("找不到表头：请保留模板的表头行。", "The headings are not there: keep the template's heading row.")));
        else sheet.Finish(year);
    }

    /// <summary>A row of the template that only names something is no entry.</summary>
    private bool IsOffered(FilledRow row) => sheet.Columns[0].Kind is ColumnKind.Choice && row.Cells.Keys.All(member => member == sheet.Columns[0].Member || member == "unit");

    private bool FindHeadings(SheetRow row)
    {
        var found = row.Cells.Select(cell => (cell.Key, Column: sheet.Columns.FirstOrDefault(c => CellText.Plain(c.Heading) == CellText.Plain(cell.Value.Text)))).ToArray();
        if (found.Count(f => f.Column is not null) < 2) return row.Number < LastHeadingRow;

        columns = found.Where(f => f.Column is not null).DistinctBy(f => f.Column).ToDictionary(f => f.Key, f => f.Column!);
        foreach (var missing in sheet.Columns.Where(c => c.Kind is not ColumnKind.Fixed && !columns.ContainsValue(c)))
            year.Refuse(new(sheet.Name, $"A{row.Number}", "", "heading-missing", new(
                $"没有“{missing.Heading}”这一列：请保留模板的表头（含单位）。", $"The column \"{missing.Heading}\" is not there: keep the template's headings, units included.")));
        return true;
    }

    private FilledRow Filled(SheetRow row)
    {
        var cells = new Dictionary<string, Cell>();
        foreach (var (letters, cell) in row.Cells)
            if (!columns!.TryGetValue(letters, out var column)) Stranger(letters, cell);
            else if (column.Kind is not ColumnKind.Fixed) cells[column.Member] = cell;
        return new(sheet.Name, row.Number, cells);
    }

    /// <summary>Said once a column: something beside the table that nobody would read.</summary>
    private void Stranger(string letters, Cell cell)
    {
        if (!strangers.Add(letters)) return;
        year.Refuse(new(sheet.Name, cell.Reference, CellText.Shown(cell.Text), "unknown-column", new(
            "这一列不属于模板，其中的内容不会被读取：请移到“备注”或删除。", "This column is not the template's and would not be read: move it to the notes or delete it.")));
    }
}
