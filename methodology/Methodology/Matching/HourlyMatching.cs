namespace PilotRegistry.Methodology;

/// <summary>A month of the matching, MWh.</summary>
/// <param name="Load">Missing hours count with the mean of the month's others.</param>
/// <param name="Unmatched">Load that no green power of the same hour met.</param>
public sealed record MatchedMonth(int Month, decimal Load, decimal Matched, decimal Unmatched);

/// <summary>The mean day of the year, MWh in the hour that begins then.</summary>
public sealed record MeanHour(int Hour, decimal Load, decimal Green);

/// <summary>The mean day of a month; an hour that none of its days has is not there.</summary>
public sealed record MeanDayOfMonth(int Month, IReadOnlyList<MeanHour> Hours);

/// <summary>How far green power met the load when it was used, and not only over the year.</summary>
/// <param name="RowsPerHour">1, or 4 when the series had quarters of an hour.</param>
/// <param name="Share">Matched ÷ load; null when more than 1 % of the hours are missing, or nothing was used.</param>
/// <param name="Coverage">Share of the year's hours that the series has.</param>
/// <param name="Load">MWh of the hours that are there.</param>
/// <param name="Green">MWh of the hours that are there.</param>
/// <param name="MeanDays">A day for each month: when in the day and the year green power comes and is used.</param>
public sealed record MatchingResult(
    int RowsPerHour, decimal? Share, decimal Coverage, int MissingHours, decimal Load, decimal Green, decimal Matched, IReadOnlyList<MatchedMonth> Months,
    IReadOnlyList<MeanHour> MeanDay, IReadOnlyList<MeanDayOfMonth> MeanDays);

/// <summary>
/// Matched share = Σ min(load, green supply after export) ÷ Σ load, hour by hour. A missing hour counts as no green power and the
/// month's mean load, so that leaving hours out never helps. Certificates and traded power without a profile match nothing.
/// Our own figure beside the official ones (judgement); no verdict depends on it.
/// </summary>
public static class HourlyMatching
{
    /// <summary>Above this share of missing hours there is no headline.</summary>
    public const decimal MostMissing = 0.01m;

    private const int Decimals = 6;

    public static MatchingResult Of(HourlySeries series)
    {
        var hours = series.Hours.Select((hour, n) => (Hour: hour, Start: new DateTime(series.Year, 1, 1).AddHours(n), There: series.IsComplete(hour))).ToList();
        var months = hours.GroupBy(h => h.Start.Month).Select(month => MonthOf(month.Key, [.. month])).ToList();
        var there = hours.Where(h => h.There).ToList();
        var (missing, load, matched) = (hours.Count - there.Count, months.Sum(m => m.Load), months.Sum(m => m.Matched));
        return new(
            series.RowsPerHour,
            load > 0 && missing <= MostMissing * hours.Count ? Round(matched / load) : null,
            Round((decimal)there.Count / hours.Count), missing, Round(there.Sum(h => h.Hour.Load)), Round(there.Sum(h => h.Hour.Green)), matched, months,
            MeansOf(there), [.. months.Select(month => new MeanDayOfMonth(month.Month, MeansOf(there.Where(h => h.Start.Month == month.Month))))]);
    }

    private static List<MeanHour> MeansOf(IEnumerable<(HourlySeries.Hour Hour, DateTime Start, bool There)> hours) =>
        [.. hours.GroupBy(h => h.Start.Hour).OrderBy(h => h.Key).Select(h => new MeanHour(h.Key, Round(h.Average(x => x.Hour.Load)), Round(h.Average(x => x.Hour.Green))))];

    private static MatchedMonth MonthOf(int month, List<(HourlySeries.Hour Hour, DateTime Start, bool There)> hours)
    {
        var there = hours.Where(h => h.There).Select(h => h.Hour).ToList();
        var known = there.Sum(h => h.Load);
        // A month without any hour has no mean; its load stays unknown and the headline is gone anyway.
        var load = there.Count == 0 ? 0 : known + ((hours.Count - there.Count) * known / there.Count);
        var matched = there.Sum(h => Math.Min(h.Load, Math.Max(h.Green, 0)));
        return new(month, Round(load), Round(matched), Round(load - matched));
    }

    private static decimal Round(decimal value) => Math.Round(value, Decimals, MidpointRounding.AwayFromZero);
}
