using PilotRegistry.Methodology;

namespace PilotRegistry.Workbook;

/// <summary>
/// Makes a year of hours of a table's rows. A row whose load is blank is a missing hour; a blank of green supply is none; a column
/// that is blank all the way down is as if it were not there.
/// </summary>
internal sealed class HourlyRows(int year)
{
    /// <summary>A year of quarters of an hour has 35,136 rows at most; the rest may be notes.</summary>
    private const int MostRows = 40_000;

    private const int MinutesInQuarter = 15;

    private readonly HourlySeries series = new(year);
    private readonly HourlyProblems problems = new();
    private readonly decimal[] sums = new decimal[Enum.GetValues<HourlyColumn>().Length];
    private readonly bool[] filled = new bool[Enum.GetValues<HourlyColumn>().Length];
    private readonly Dictionary<HeadedColumn, int> firstBlank = [];
    private HeadedColumn?[] columns = [];
    private bool offTheHour;
    private int rows;

    public HourlyReading Read(IEnumerable<TableRow> table)
    {
        var headed = false;
        foreach (var row in table)
        {
            if (row.TooLong) problems.Whole("row-too-long", $"第 {row.Number} 行过长，不是逐时数据：请按模板填写。", $"Row {row.Number} is too long to be one of hours: fill in the template.");
            else if (headed) Take(row);
            else headed = Head(row);
            if (++rows > MostRows) problems.Whole("too-many-rows", $"超过 {MostRows} 行：一年最多 35,136 个 15 分钟时段。", $"More than {MostRows} rows: a year has 35,136 quarters of an hour at most.");
            if (row.TooLong || !headed || problems.Full || rows > MostRows) break;
        }

        if (!headed && problems.None) problems.Whole("no-headings", "没有找到表头：第一行应为表头，如“时段起点,用电量(MWh)”。", "There are no headings: the first row names the columns, such as \"start, load (MWh)\".");
        if (headed) LookAtTheWhole();
        return problems.None ? new(Sums(), HourlyMatching.Of(series), []) : new(null, null, problems.All());
    }

    private bool Head(TableRow row)
    {
        var found = new List<InputProblem>();
        columns = [.. row.Cells.Select((cell, n) => cell.IsBlank ? null : HourlyHeadings.Read(cell.Text, $"/rows/{row.Number}/{n + 1}", found))];
        found.ForEach(problems.Add);
        foreach (var twice in columns.OfType<HeadedColumn>().GroupBy(c => c.Column).Where(same => same.Count() > 1))
            problems.Whole("heading-twice", $"表头“{twice.Last().Heading}”与另一列相同：每种电量只能有一列。", $"Heading \"{twice.Last().Heading}\" means the same as another: one column for each.");
        if (columns.OfType<HeadedColumn>().Count(c => c.Column is HourlyColumn.Start or HourlyColumn.End) != 1 && found.Count == 0)
            problems.Whole("time-heading", "需要且只能有一列时间：表头“时段起点”或“时段终点”。", "There must be one column of time: headed \"start\" or \"end\" of the interval.");
        if (!columns.Any(c => c?.Column is HourlyColumn.Load) && found.Count == 0)
            problems.Whole("load-heading", "缺少表头“用电量(MWh)”。", "The heading \"load (MWh)\" is missing.");
        return problems.None;
    }

    private void Take(TableRow row)
    {
        var (start, load, green, takes) = (default(DateTime?), default(decimal?), 0m, true);
        var amounts = new (HourlyColumn Column, decimal Mwh)[columns.Length];
        for (var n = 0; n < columns.Length; n++)
        {
            if (columns[n] is not { } column) continue;
            var cell = n < row.Cells.Count ? row.Cells[n] : new("");
            if (column.Column is HourlyColumn.Start or HourlyColumn.End) start = Time(cell, column, row.Number);
            if (!column.IsNumber || Amount(cell, column, row.Number, ref takes) is not { } mwh) continue;
            amounts[n] = (column.Column, mwh);
            if (column.Column is HourlyColumn.Load) load = mwh;
            else green += column.IsTakenOff ? -mwh : mwh;
        }

        if (row.Cells.Index().Any(c => !c.Item.IsBlank && (c.Index >= columns.Length || columns[c.Index] is null)))
            problems.At(row.Number, null, "", "cell-without-heading", "该行有单元格没有表头：请删去，或检查数字中的千分位逗号是否加了引号。", "The row has a cell without a heading: remove it, or put numbers with thousands separators in quotes.");
        if (start is not { } begin || !takes || load is null) return;
        if (!series.Add(begin, load.Value, green))
        {
            problems.At(row.Number, columns.First(c => c?.Column is HourlyColumn.Start or HourlyColumn.End), HourlyTime.Show(begin), "doubled",
                "该时段已在前面出现过：每个时段只能有一行（北京时间没有夏令时）。", "This interval stands in the file already: one row for each. Beijing time has no daylight saving.");
            return;
        }

        foreach (var (column, mwh) in amounts) sums[(int)column] += mwh;
    }

    /// <summary>When the interval begins; null, with a problem, when it cannot be told.</summary>
    private DateTime? Time(TableCell cell, HeadedColumn column, int row)
    {
        if (HourlyTime.Read(cell) is not { } said)
        {
            if (cell.IsBlank) problems.At(row, column, "", "time-missing", "缺少时间：请填写（不要合并单元格）。", "The time is missing: enter it, and do not merge cells.");
            else if (HourlyTime.IsElsewhere(cell.Text)) problems.At(row, column, cell.Text, "time-zone", "请用北京时间，不带时区。", "Give Beijing time, without a zone.");
            else problems.At(row, column, cell.Text, "not-a-time", "不是时间：请写成 2025-01-01 00:00；合计行请删去。", "Not a time: write 2025-01-01 00:00, and remove rows of totals.");
            return null;
        }

        // The quarter that ends then: an hour that ends at 1:00 is known by its last one.
        var start = column.Column is HourlyColumn.End ? said.AddMinutes(-MinutesInQuarter) : said;
        offTheHour |= said.Minute != 0;
        if (said.Second != 0 || said.Minute % MinutesInQuarter != 0)
            problems.At(row, column, cell.Text, "not-hourly", "不是整点或 15 分钟的时段：请上传逐时或 15 分钟数据。", "Neither a full hour nor a quarter of one: send hours or quarters of an hour.");
        else if (start.Year != year)
            problems.At(row, column, HourlyTime.Show(said), "wrong-year", $"不在 {year} 年内：本页填报 {year} 年。若时间为时段终点，请把表头改为“时段终点”。", $"Not in {year}, the year reported here. Where times are the end of intervals, head the column \"end\".");
        else return start;
        return null;
    }

    private decimal? Amount(TableCell cell, HeadedColumn column, int row, ref bool takes)
    {
        if (cell.IsBlank)
        {
            if (column.IsTakenOff) firstBlank.TryAdd(column, row);
            return null;
        }

        filled[(int)column.Column] = true;
        var (mwh, why) = HourlyAmount.Read(cell, column);
        if (why is { } wrong) problems.At(row, column, cell.Text, wrong.Code, wrong.Message.Zh, wrong.Message.En);
        takes &= why is null;
        return mwh;
    }

    private void LookAtTheWhole()
    {
        foreach (var (column, row) in firstBlank.Where(b => filled[(int)b.Key.Column]))
            problems.At(row, column, "", "blank", "外送或充电的空白会使绿色电量偏大：没有时请填 0。", "A blank here would make green supply look larger: enter 0 where nothing flowed.");
        if (!problems.None) return;
        if (series.RowsPerHour == 0 && sums.All(s => s == 0) && !filled[(int)HourlyColumn.Load])
            problems.Whole("no-rows", "没有填写用电量的时段：请按模板逐时填写。", "No interval has a load: fill in the template hour by hour.");
        else if (series.RowsPerHour == 0 || (series.RowsPerHour == 1 && offTheHour))
            problems.Whole("not-hourly", "时段既不是整点逐时，也不是 15 分钟：请上传其中一种。", "The rows are neither full hours nor quarters of an hour: send one of the two.");
    }

    private HourlySums Sums()
    {
        return new(
            Of(HourlyColumn.Load) ?? 0, Of(HourlyColumn.Own), Of(HourlyColumn.Direct), Of(HourlyColumn.GreenTrade), Of(HourlyColumn.OwnOut), Of(HourlyColumn.DirectOut),
            Of(HourlyColumn.Charged), Of(HourlyColumn.Discharged));

        decimal? Of(HourlyColumn column) => filled[(int)column] ? Math.Round(sums[(int)column], 6, MidpointRounding.AwayFromZero) : null;
    }
}
