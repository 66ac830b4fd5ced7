using System.Globalization;
using PilotRegistry.Methodology;

namespace PilotRegistry.Workbook;

/// <summary>What is wrong in an hourly file, by row and column; the same fault of one column is named twenty times at most.</summary>
internal sealed class HourlyProblems
{
    private const int Most = 200, MostAlike = 20;

    private readonly List<InputProblem> named = [];
    private readonly Dictionary<(string? Column, string Code), int> counts = [];
    private int unnamed;

    public bool None => named.Count == 0;

    public bool Full => named.Count >= Most;

    public void Add(InputProblem problem) => named.Add(problem);

    /// <summary>About the file.</summary>
    public void Whole(string code, string zh, string en) => named.Add(new("", code, new(zh, en)));

    /// <param name="row">As people see it beside the row.</param>
    /// <param name="column">Null for the row as a whole.</param>
    /// <param name="value">What stands there.</param>
    public void At(int row, HeadedColumn? column, string value, string code, string zh, string en)
    {
        var alike = counts[(column?.Member, code)] = counts.GetValueOrDefault((column?.Member, code)) + 1;
        if (alike > MostAlike || Full)
        {
            unnamed++;
            return;
        }

        var (at, shown) = (row.ToString(CultureInfo.InvariantCulture), Shown(value));
        named.Add(new(
            column is null ? $"/rows/{at}" : $"/rows/{at}/{column.Member}", code,
            new(
                $"第 {at} 行{(column is null ? "" : $"“{column.Heading}”列")}{(shown.Length == 0 ? "" : $"，值“{shown}”")}：{zh}",
                $"Row {at}{(column is null ? "" : $", column \"{column.Heading}\"")}{(shown.Length == 0 ? "" : $", value \"{shown}\"")}: {en}")));
    }

    /// <summary>All that are named, and how many more there were.</summary>
    public IReadOnlyList<InputProblem> All() => unnamed == 0 ? named :
    [
        .. named, new("", "more-problems", new($"另有至少 {unnamed} 处同类问题未列出。", $"At least {unnamed} more of the same kind are not listed.")),
    ];

    private static string Shown(string value) => CellText.Shown(new([.. value.Where(c => !char.IsControl(c)).Take(200)])).Trim();
}
