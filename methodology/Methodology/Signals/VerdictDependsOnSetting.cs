namespace PilotRegistry.Methodology;

/// <summary>An open question of the method decides this verdict: both answers were computed.</summary>
internal static class VerdictDependsOnSetting
{
    public static IEnumerable<Signal> Look(Computed year) =>
        from other in Otherwise(year)
        from signal in Compare(other, year.Indicators, other.Year.Indicators, title: null)
        select signal;

    /// <summary>The same for a province's verdicts, which the open questions of the national method decide as well.</summary>
    /// <param name="assessed">What the title makes of the year as it is.</param>
    public static IEnumerable<Signal> LookBeside(Computed year, ProvincialTitle title, IReadOnlyList<Assessed> assessed) =>
        from other in Otherwise(year)
        from signal in Compare(other, assessed, ProvincialAssessment.Assess(other.Year, title), title)
        select signal;

    private static IEnumerable<Other> Otherwise(Computed year)
    {
        foreach (var (name, setting) in year.Pack.Settings)
            foreach (var alternative in setting.Alternatives)
            {
                var pack = year.Pack.With(name, alternative);
                var accounts = Accounting.Of(year.Park, pack, explains: false);
                yield return new(name, setting.Value, alternative, year with { Pack = pack, Accounts = accounts, Indicators = Assessment.Of(year.Park, pack, accounts) });
            }
    }

    private static IEnumerable<Signal> Compare(Other other, IReadOnlyList<Assessed> chosen, IReadOnlyList<Assessed> otherwise, ProvincialTitle? title)
    {
        var (setting, ours, theirs) = (SettingWords.Of(other.Setting), SettingWords.Of(other.Setting, other.Chosen), SettingWords.Of(other.Setting, other.Alternative));
        foreach (var (here, there) in chosen.Zip(otherwise))
            if (here.Verdict != there.Verdict)
                yield return Saw.Warning("verdictDependsOnSetting",
                    $"{(title is null ? "" : title.Title.Zh + "：")}{here.Label.Zh}的结论取决于{setting.Zh}：采用“{ours.Zh}”与采用“{theirs.Zh}”结论不同。",
                    $"{(title is null ? "" : title.Title.En + ": ")}the verdict on {here.Label.En} depends on {setting.En}: \u201c{ours.En}\u201d and \u201c{theirs.En}\u201d give different ones.",
                    [
                        .. title is null ? [] : new (string, Fact)[] { ("title", title.Id) },
                        ("indicator", here.Id), ("setting", other.Setting),
                        ("chosen", other.Chosen), ("value", here.Value), ("verdict", here.Verdict),
                        ("alternative", other.Alternative), ("alternativeValue", there.Value), ("alternativeVerdict", there.Verdict)
                    ]);
    }

    /// <summary>The year by another answer to one question.</summary>
    private sealed record Other(string Setting, string Chosen, string Alternative, Computed Year);
}
