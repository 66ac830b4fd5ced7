using System.Globalization;
using System.Text;

namespace PilotRegistry.Cli;

/// <summary>
/// The invented year hour by hour: a load that sleeps a little at night, sun by day, wind that blows by night and in winter. Each
/// column adds up to the year's line; traded power has no hours, and so matches nothing.
/// </summary>
internal static class DemoHours
{
    private const int HoursInDay = 24;

    /// <summary>CSV, MWh; sums as <see cref="DemoYear.Data"/> reports them.</summary>
    public static byte[] Csv()
    {
        var hours = Hours().ToArray();
        var load = Scaled(hours, 703330.5m, at => 1 + (0.18 * Wave(at.Hour, peak: 14, HoursInDay)));
        var sun = Scaled(hours, 98720.5m, at => Math.Max(0, Wave(at.Hour, peak: 12, HoursInDay)) * (1 + (0.35 * Wave(at.DayOfYear, peak: 172, period: 365))));
        var wind = Scaled(hours, 402350m, at => 1 + (0.35 * Wave(at.Hour, peak: 2, HoursInDay)) + (0.3 * Wave(at.DayOfYear, peak: 20, period: 365)) + (0.3 * Wave(at.DayOfYear, peak: 3, period: 9)));
        var text = new StringBuilder("# 演示数据 / demonstration\n时段起点,用电量(MWh),自发自用(MWh),绿电直连(MWh)\n");
        for (var n = 0; n < hours.Length; n++)
            text.Append(CultureInfo.InvariantCulture, $"{hours[n]:yyyy-MM-dd HH:mm},{load[n]:0.000},{sun[n]:0.000},{wind[n]:0.000}\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static IEnumerable<DateTime> Hours()
    {
        for (var hour = new DateTime(DemoYear.Year, 1, 1); hour.Year == DemoYear.Year; hour = hour.AddHours(1)) yield return hour;
    }

    private static double Wave(int at, int peak, int period) => Math.Cos(2 * Math.PI * (at - peak) / period);

    private static decimal[] Scaled(DateTime[] hours, decimal sum, Func<DateTime, double> weight)
    {
        var weights = hours.Select(hour => (decimal)weight(hour)).ToArray();
        var all = weights.Sum();
        return [.. weights.Select(w => w / all * sum)];
    }
}
