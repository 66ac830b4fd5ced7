using System.Text;
using PilotRegistry.Methodology;
using PilotRegistry.Workbook;

namespace PilotRegistry.Submission.Certificates;

/// <summary>
/// Certificates out of a CSV file, as trading platforms export them or as the table of the form is saved: a row for each number
/// or for a range. Read row by row; a million numbers in a row become one range. UTF-8, or GB 18030 as Excel writes it in China.
/// </summary>
public static class CertificateFile
{
    /// <summary>What one park claims for a year, in numbers and after neighbours are joined.</summary>
    public const int MaxRows = 1_000_000, MaxRanges = 20_000;

    private const int MaxProblems = 200, MaxLineLength = 4000;

    /// <summary>Member of a line, and the headings it may have; the first is the one we write.</summary>
    private static readonly (string Member, string[] Headings)[] Columns =
    [
        ("first", ["绿证编码", "起始编码", "证书编号", "绿证编号", "first", "number"]), ("last", ["终止编码", "截止编码", "last"]),
        ("kind", ["取得方式", "类型", "kind"]), ("productionMonth", ["电量生产年月", "生产年月", "电量生产月份", "productionmonth"]),
        ("beneficiary", ["受益方", "受益人", "使用主体", "beneficiary"]), ("cancelledOn", ["核销日期", "核销时间", "cancelledon"]),
        ("source", ["能源类型", "项目类型", "source"]),
    ];

    private static readonly Dictionary<string, CertificateKind> Kinds = new()
    {
        ["绿证"] = CertificateKind.Certificate,
        ["单独交易"] = CertificateKind.Certificate,
        ["绿证交易"] = CertificateKind.Certificate,
        ["certificate"] = CertificateKind.Certificate,
        ["绿电交易"] = CertificateKind.GreenTrade,
        ["绿色电力交易"] = CertificateKind.GreenTrade,
        ["greentrade"] = CertificateKind.GreenTrade,
        ["自发自用"] = CertificateKind.OwnUse,
        ["不可交易"] = CertificateKind.OwnUse,
        ["ownuse"] = CertificateKind.OwnUse,
    };

    private static readonly Dictionary<string, EnergySource> Sources = new()
    {
        ["风电"] = EnergySource.Wind,
        ["wind"] = EnergySource.Wind,
        ["太阳能"] = EnergySource.Solar,
        ["光伏"] = EnergySource.Solar,
        ["太阳能发电"] = EnergySource.Solar,
        ["solar"] = EnergySource.Solar,
        ["水电"] = EnergySource.Hydro,
        ["常规水电"] = EnergySource.Hydro,
        ["hydro"] = EnergySource.Hydro,
        ["生物质"] = EnergySource.Biomass,
        ["生物质发电"] = EnergySource.Biomass,
        ["biomass"] = EnergySource.Biomass,
        ["地热能"] = EnergySource.Geothermal,
        ["地热"] = EnergySource.Geothermal,
        ["geothermal"] = EnergySource.Geothermal,
        ["海洋能"] = EnergySource.Ocean,
        ["ocean"] = EnergySource.Ocean,
    };

    /// <summary>Every range of the file, folded; and what is wrong, by row and column (at most 200 places).</summary>
    public static async Task<(IReadOnlyList<CertificateRange> Ranges, IReadOnlyList<InputProblem> Problems)> ReadAsync(
        Stream file, DateOnly today, CancellationToken cancel)
    {
        var (ranges, problems) = (new List<CertificateRange>(), new List<InputProblem>());
        using var rows = new StreamReader(file, TableEncoding.Of(file), detectEncodingFromByteOrderMarks: true);
        var columns = Headings(await rows.ReadLineAsync(cancel) ?? "", problems);
        if (columns is null) return ([], problems);

        for (var number = 2; await rows.ReadLineAsync(cancel) is { } row && problems.Count < MaxProblems; number++)
        {
            if (string.IsNullOrWhiteSpace(row)) continue;
            if (number > MaxRows + 1)
            {
                problems.Add(new("", "too-many-rows", new($"超过 {MaxRows} 行：请按连续编码合并为起止编码。", $"More than {MaxRows} rows: give ranges from first to last.")));
                break;
            }

            if (Line(row, columns, $"/rows/{number}", problems) is { } line && CertificateRules.Read(line, $"/rows/{number}", today, problems) is { } range)
                if (ranges is [.., var last] && last.IsFollowedBy(range)) ranges[^1] = last with { Last = range.Last };
                else ranges.Add(range);
        }

        return (Folded(ranges, problems), problems);
    }

    private static IReadOnlyList<CertificateRange> Folded(List<CertificateRange> ranges, List<InputProblem> problems)
    {
        if (problems.Count > 0) return [];
        CertificateRules.RefuseOverlaps([.. ranges.Select(r => (r, ""))], problems);
        var folded = CertificateRules.Fold(ranges);
        if (folded.Count > MaxRanges)
            problems.Add(new("", "too-many-ranges", new($"连续编码合并后仍超过 {MaxRanges} 段：请核对编码是否连续，或只申领本年度实际使用的绿证。", $"More than {MaxRanges} ranges even after neighbours are joined: check that the numbers run on, and name those this year uses only.")));
        return folded;
    }

    private static Dictionary<string, int>? Headings(string row, List<InputProblem> problems)
    {
        var cells = Cells(row).Select(Plain).ToArray();
        var found = Columns.Select(c => (c.Member, At: Array.FindIndex(cells, cell => c.Headings.Contains(cell)))).Where(c => c.At >= 0).ToDictionary(c => c.Member, c => c.At);
        foreach (var (_, headings) in Columns.Where(c => c.Member is not "last" && !found.ContainsKey(c.Member)))
            problems.Add(new("/rows/1", "heading-missing", new($"第一行缺少表头“{headings[0]}”。", $"The first row lacks the heading \"{headings[0]}\" ({headings[^1]}).")));
        return problems.Count > 0 ? null : found;
    }

    private static CertificateLine? Line(string row, Dictionary<string, int> columns, string pointer, List<InputProblem> problems)
    {
        if (row.Length > MaxLineLength)
        {
            problems.Add(new(pointer, "too-long", new($"这一行超过 {MaxLineLength} 个字符：请检查引号和换行，每行一个绿证或一段编码。", $"This row has more than {MaxLineLength} characters: check quotes and line ends, one certificate or range a row.")));
            return null;
        }

        var cells = Cells(row);
        string Of(string member) => columns.TryGetValue(member, out var at) && at < cells.Count ? cells[at].Trim() : "";
        var kind = Known(Kinds, Of("kind"), "kind", "取得方式", new("绿证、绿电交易或自发自用", "certificate, greenTrade or ownUse"));
        var source = Known(Sources, Of("source"), "source", "能源类型", new("风电、太阳能、水电、生物质、地热能或海洋能", "wind, solar, hydro, biomass, geothermal or ocean"));
        var cancelled = DateOnly.TryParse(Of("cancelledOn").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture, out var day) ? day : (DateOnly?)null;
        if (cancelled is null)
            problems.Add(new($"{pointer}/cancelledOn", "wrong-form", new("核销日期应写成 2025-06-30。", "Write the cancellation date as 2025-06-30.")));
        return kind is null || source is null || cancelled is null ? null
            : new(Of("first"), Of("last") is { Length: > 0 } last ? last : null, kind.Value, MonthOf(Of("productionMonth")), Of("beneficiary"), cancelled.Value, source.Value);

        T? Known<T>(Dictionary<string, T> words, string text, string member, string heading, Wording choices) where T : struct
        {
            if (words.TryGetValue(Plain(text), out var value)) return value;
            problems.Add(new($"{pointer}/{member}", "unknown-code", new($"“{heading}”应为{choices.Zh}。", $"Enter {choices.En}.")));
            return null;
        }
    }

    /// <summary>2025-03, 2025/3, 202503 and 2025年3月 are the same month.</summary>
    private static string MonthOf(string text)
    {
        var digits = text.Replace("年", "-", StringComparison.Ordinal).Replace("月", "", StringComparison.Ordinal).Replace('/', '-').Replace('.', '-');
        return digits.Split('-') switch
        {
            [{ Length: 4 } year, var month, ..] => $"{year}-{month.PadLeft(2, '0')}",
            [{ Length: 6 } together] => $"{together[..4]}-{together[4..]}",
            _ => text
        };
    }

    private static string Plain(string text) =>
        new string([.. text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c != '\uFEFF')]).ToLowerInvariant();

    /// <summary>A row's cells (RFC 4180; a cell has no line end in these files).</summary>
    private static List<string> Cells(string row)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < row.Length; at++)
            if (row[at] == '"' && quoted && at + 1 < row.Length && row[at + 1] == '"') cell.Append(row[at++]);
            else if (row[at] == '"') quoted = !quoted;
            else if (row[at] is ',' or '\t' && !quoted) Next();
            else cell.Append(row[at]);
        Next();
        return cells;

        void Next()
        {
            // Platforms write long numbers as ="123" so that Excel keeps their digits.
            cells.Add(cell.ToString().TrimStart('=', '\''));
            cell.Clear();
        }
    }
}
