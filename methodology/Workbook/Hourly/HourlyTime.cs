using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PilotRegistry.Workbook;

/// <summary>When an interval begins or ends, as meters and people write it; Beijing time, which has no daylight saving.</summary>
internal static partial class HourlyTime
{
    private const double LastSerial = 2_958_465;

    /// <summary>The time, or null. Numbers are Excel's days since 1900.</summary>
    public static DateTime? Read(TableCell cell)
    {
        if (cell.IsNumber)
        {
            return double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is > 1 and < LastSerial
                ? DateTime.UnixEpoch.AddSeconds(Math.Round((days - 25_569) * 86_400))
                : null;
        }

        if (Form().Match(cell.Text.Normalize(NormalizationForm.FormKC).Trim().TrimStart('\'')) is not { Success: true } found) return null;
        var (year, month, day) = (Number(found, 1), Number(found, 2), Number(found, 3));
        var (hour, minute, second) = (Number(found, 4), Number(found, 5), Number(found, 6));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || minute > 59 || second > 59) return null;
        // 24:00 is how meters write the end of a day.
        return hour <= 23 || (hour, minute, second) == (24, 0, 0) ? new DateTime(year, month, day).AddHours(hour).AddMinutes(minute).AddSeconds(second) : null;
    }

    /// <summary>Whether it is a time of another place.</summary>
    public static bool IsElsewhere(string text) => OtherZone().IsMatch(text.Trim());

    public static string Show(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static int Number(Match found, int group) => found.Groups[group].Success ? int.Parse(found.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T|\s)*(?<=[T\s日])(\d{1,2})(?::|时|点)(?:(\d{1,2})分?)?(?::(\d{1,2}))?(?:\.0+)?(?:\+08:?00)?$")]
    private static partial Regex Form();

    [GeneratedRegex(@"\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:Z|UTC|GMT|[+-](?!08:?00$)\d{2}:?\d{2})$", RegexOptions.IgnoreCase)]
    private static partial Regex OtherZone();
}
