using System.Globalization;
using System.Text;

namespace PilotRegistry.Workbook;

/// <summary>An hourly file to fill in: notes, headings, and every hour of the year.</summary>
public static class HourlyTemplate
{
    private static readonly string[] Notes =
    [
        "逐时匹配数据（可选）：每行一个小时，也可改为每 15 分钟一行；时间为北京时间的时段起点。 / Hour by hour, or by quarters of an hour; Beijing time, start of the interval.",
        "单位写在表头括号内：MWh、kWh 或 万kWh。没有的列请整列留空或删去。 / Units stand in the headings: MWh, kWh or 万kWh. Leave out columns you do not have.",
        "用电量不含储能充电。外送和充入储能的绿电从供给中扣除，储能放出的绿电加回。 / Load leaves out charging of storage. What is exported or charged is taken off green supply, what storage gives back of it is added.",
        "绿证和没有逐时曲线的绿电交易不参与匹配，请勿填写。用电量留空的小时视为缺失；缺失超过 1 % 不给出匹配率。 / Certificates and trade without a profile match nothing. A blank load is a missing hour; above 1 % there is no matched share.",
    ];

    /// <summary>UTF-8 with a mark, so that Excel shows the Chinese headings.</summary>
    /// <param name="year">The accounting year; the time column is filled in for all of it.</param>
    public static byte[] Csv(int year)
    {
        var text = new StringBuilder();
        foreach (var note in Notes) text.Append(CultureInfo.InvariantCulture, $"\"# {note}\"\r\n");
        var headings = HourlyHeadings.Known.Where(k => k.Column is not HourlyColumn.End).Select(k =>
            k.Names[0] + (k.Column is HourlyColumn.Start or HourlyColumn.Remark ? "" : "(MWh)")).ToArray();
        text.Append(string.Join(',', headings)).Append("\r\n");
        for (var hour = new DateTime(year, 1, 1); hour.Year == year; hour = hour.AddHours(1))
            text.Append(HourlyTime.Show(hour)).Append(',', headings.Length - 1).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
