using PilotRegistry.Methodology;

namespace PilotRegistry.Workbook;

/// <summary>What a column of an hourly file holds.</summary>
internal enum HourlyColumn { Start, End, Load, Own, Direct, GreenTrade, OwnOut, DirectOut, Charged, Discharged, Remark }

/// <summary>A column as its heading says.</summary>
/// <param name="Heading">As it stands in the file.</param>
/// <param name="Unit">As it stands behind the heading.</param>
/// <param name="Mwh">How many MWh one unit is.</param>
internal sealed record HeadedColumn(HourlyColumn Column, string Heading, string Unit, decimal Mwh)
{
    /// <summary>As a pointer of a problem names it.</summary>
    public string Member => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(Column.ToString());

    public bool IsNumber => Column is not (HourlyColumn.Start or HourlyColumn.End or HourlyColumn.Remark);

    /// <summary>Counted off the green supply: a blank would make the supply look larger than it was.</summary>
    public bool IsTakenOff => Column is HourlyColumn.OwnOut or HourlyColumn.DirectOut or HourlyColumn.Charged;
}

/// <summary>The headings that are understood, blanks, widths of letters and case aside; the first of each is the one we write.</summary>
internal static class HourlyHeadings
{
    public static readonly IReadOnlyList<(HourlyColumn Column, string[] Names)> Known =
    [
        (HourlyColumn.Start, ["时段起点", "时间", "起始时间", "开始时间", "start", "time"]),
        (HourlyColumn.End, ["时段终点", "结束时间", "截止时间", "end"]),
        (HourlyColumn.Load, ["用电量", "负荷电量", "用电负荷", "load"]),
        (HourlyColumn.Own, ["自发自用", "自发绿电", "own"]),
        (HourlyColumn.Direct, ["绿电直连", "直连绿电", "直供", "direct"]),
        (HourlyColumn.GreenTrade, ["绿电交易", "绿色电力交易", "greentrade"]),
        (HourlyColumn.OwnOut, ["自发外送", "自发上网", "ownout"]),
        (HourlyColumn.DirectOut, ["直连外送", "directout"]),
        (HourlyColumn.Charged, ["储能充入绿电", "charged"]),
        (HourlyColumn.Discharged, ["储能放出绿电", "discharged"]),
        (HourlyColumn.Remark, ["备注", "remark"]),
    ];

    /// <summary>Supply that is not carbon-free by the method, or has no hour.</summary>
    private static readonly string[] WithoutHours = ["绿证", "certificate", "市场非化石", "核电", "水电", "nonfossilmarket", "grid", "电网"];

    private static readonly Dictionary<string, decimal> Units = new()
    {
        ["mwh"] = 1,
        ["兆瓦时"] = 1,
        ["kwh"] = 0.001m,
        ["千瓦时"] = 0.001m,
        ["度"] = 0.001m,
        ["万kwh"] = 10,
        ["万千瓦时"] = 10,
        ["万度"] = 10,
        ["gwh"] = 1000,
        ["吉瓦时"] = 1000,
    };

    private static readonly string[] Powers = ["kw", "千瓦", "mw", "兆瓦", "万千瓦", "万kw", "gw", "w"];

    /// <summary>Null, and a problem, when the heading says nothing that is known.</summary>
    public static HeadedColumn? Read(string heading, string at, List<InputProblem> problems)
    {
        var plain = CellText.Plain(heading).ToLowerInvariant();
        var cut = plain.IndexOfAny(['(', '[', '【', '/']);
        var (name, unit) = cut < 0 ? (plain, "") : (plain[..cut], plain[(cut + 1)..].TrimEnd(')', ']', '】'));
        var shown = CellText.Shown(heading.Trim());
        var known = Known.Where(k => k.Names.Contains(name)).Select(k => (HourlyColumn?)k.Column).FirstOrDefault();
        switch (known)
        {
            case null when WithoutHours.Any(w => name.Contains(w, StringComparison.Ordinal)):
                Say("matches-nothing", $"表头“{shown}”：绿证、电网购电和市场化非化石电量没有逐时的绿色电量，不参与匹配：请删去该列。",
                    $"Heading \"{shown}\": certificates, power from the grid and market power have no green hours and match nothing: remove the column.");
                return null;
            case null:
                Say("unknown-heading", $"不认识表头“{shown}”：可用的表头为{string.Join('、', Known.Select(k => k.Names[0]))}。",
                    $"Unknown heading \"{shown}\". Headings are {string.Join(", ", Known.Select(k => k.Names[^1]))}.");
                return null;
            case HourlyColumn.Start or HourlyColumn.End or HourlyColumn.Remark:
                return new(known.Value, shown, "", 0);
        }

        if (Units.TryGetValue(unit, out var mwh)) return new(known.Value, shown, unit, mwh);
        if (unit.Length == 0)
            Say("unit-missing", $"表头“{shown}”没有单位：请写成“{shown}(MWh)”，也可用 kWh 或 万kWh。", $"Heading \"{shown}\" has no unit: write \"{shown} (MWh)\", or kWh, or 万kWh.");
        else if (Powers.Contains(unit))
            Say("power-not-energy", $"表头“{shown}”的单位是功率：请换算为该时段的电量（功率 × 小时数）。", $"Heading \"{shown}\" is in a unit of power: give the energy of the interval, power × hours.");
        else
            Say("unknown-unit", $"表头“{shown}”的单位应为 MWh、kWh、万kWh 或 GWh。", $"The unit of heading \"{shown}\" must be MWh, kWh, 万kWh or GWh.");
        return null;

        void Say(string code, string zh, string en) => problems.Add(new(at, code, new(zh, en)));
    }
}
