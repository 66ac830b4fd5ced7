namespace PilotRegistry.Methodology;

/// <summary>
/// Versions that came late: after verification began or, without one, long after the first version. One that moves the total
/// a lot, or many of them, is worth a look.
/// </summary>
internal static class LateEdits
{
    public static IEnumerable<Signal> Look(YearInTime year)
    {
        if (year.This is not { SubmittedAt: { } submittedAt, Versions: { Count: > 0 } versions }) yield break;
        var late = year.This.VerificationBeganAt ?? versions[0].SubmittedAt.AddDays((double)year.Threshold(Thresholds.LateAfterDays));
        if (submittedAt <= late) yield break;

        var before = (versions.LastOrDefault(version => version.SubmittedAt <= late) ?? versions[0]).Result.Emissions.Total;
        var now = year.Result.Emissions.Total;
        if (Math.Abs(now - before) > year.Threshold(Thresholds.LateHeavyEdit) * Math.Abs(before))
            yield return Saw.Warning("lateHeavyEdit",
                "核查开始之后（或首次报送很久之后）排放总量有较大改动：请说明原因。",
                "The total changed a lot after verification began, or long after the first version: say why.",
                ("total", now), ("totalBefore", before), ("lateSince", Day(late)));

        var edits = versions.Count(version => version.SubmittedAt > late) + 1;
        if (edits >= year.Threshold(Thresholds.ManyLateEdits))
            yield return Saw.Warning("manyLateEdits",
                $"核查开始之后（或首次报送很久之后）已修改 {edits} 次。",
                $"There were {edits} versions after verification began, or long after the first one.",
                ("versions", edits), ("lateSince", Day(late)));
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
