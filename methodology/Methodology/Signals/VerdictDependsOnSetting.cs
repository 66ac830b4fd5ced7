namespace PilotRegistry.Methodology;

/// <summary>An open question of the method decides this verdict: both answers were computed.</summary>
internal static class VerdictDependsOnSetting
{
    public static IEnumerable<Signal> Look(Computed year) =>
        from setting in year.Pack.Settings
        from alternative in setting.Value.Alternatives
        from signal in Compare(year, setting.Key, setting.Value, alternative)
        select signal;

    private static IEnumerable<Signal> Compare(Computed year, string name, Setting setting, string alternative)
    {
        var pack = year.Pack.With(name, alternative);
        var otherwise = Assessment.Of(year.Park, pack, Accounting.Of(year.Park, pack, explains: false));
        foreach (var (ours, theirs) in year.Indicators.Zip(otherwise))
            if (ours.Verdict != theirs.Verdict)
                yield return Saw.Warning("verdictDependsOnSetting",
                    $"{ours.Label.Zh}的结论取决于规则包的设置 {name}：采用 {setting.Value} 与采用 {alternative} 结论不同。",
                    $"The verdict on {ours.Label.En} depends on the setting {name}: {setting.Value} and {alternative} give different ones.",
                    ("indicator", ours.Id), ("setting", name),
                    ("chosen", setting.Value), ("value", ours.Value), ("verdict", ours.Verdict),
                    ("alternative", alternative), ("alternativeValue", theirs.Value), ("alternativeVerdict", theirs.Verdict));
    }
}
