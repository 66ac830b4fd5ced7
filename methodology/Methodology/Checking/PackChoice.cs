namespace PilotRegistry.Methodology;

/// <summary>Which pack the year is computed by: the one that is named, or the newest national one for the year.</summary>
internal static class PackChoice
{
    private const int LastYear = 9999;

    public static RulePack? For(ActivityData data, RulePacks packs, Problems problems)
    {
        var pack = data.RulePack is { } reference ? Named(reference, data.Year, packs) : packs.NewestNational(data.Year);
        if (pack is null) Unknown(data.RulePack ?? "", packs, problems);
        if (pack is null || (pack.EquivalentValueFor(data.Year) is not null && data.Year >= pack.FirstYear && data.Year <= LastYear))
            return pack;
        problems.Add("/year", "year-not-covered",
            $"规则包 {pack.Id}@{pack.Version} 没有 {data.Year} 年的电力等价值：请填写 {pack.FirstYear} 年或以后的四位年份。",
            $"The rule pack {pack.Id}@{pack.Version} has no equivalent value for {data.Year}: enter a four-digit year from {pack.FirstYear} on.");
        return null;
    }

    /// <summary>A name without a version that covers no such year is a question of the year, not of the name.</summary>
    private static RulePack? Named(string reference, int year, RulePacks packs) =>
        packs.Find(reference, year) ?? packs.All.FirstOrDefault(known => known.Id == reference);

    private static void Unknown(string reference, RulePacks packs, Problems problems)
    {
        var known = string.Join(", ", packs.All.Select(each => $"{each.Id}@{each.Version}"));
        problems.Add("/rulePack", "unknown-pack",
            $"没有规则包“{reference}”：请填写其中之一，或留空以采用该年最新版本：{known}。",
            $"There is no rule pack \"{reference}\": enter one of {known}, or leave it out for the newest of the year.");
    }

    /// <summary>The province whose title is asked for as well; null when none is, or none that exists.</summary>
    public static ProvincialTitle? TitleFor(ActivityData data, RulePacks packs, Problems problems)
    {
        if (data.ProvincialPack is not { } reference) return null;
        var title = packs.FindTitle(reference, data.Year);
        if (title is null) UnknownTitle(reference, packs, problems);
        else if (data.Year < title.FirstYear)
            problems.Add("/provincialPack", "title-not-covering-year",
                $"{title.Title.Zh}自 {title.FirstYear} 年起适用：请删除此项，或填写适用于 {data.Year} 年的版本。",
                $"{title.Title.En} applies from {title.FirstYear} on: leave this member out, or enter a version that covers {data.Year}.");
        return title;
    }

    private static void UnknownTitle(string reference, RulePacks packs, Problems problems)
    {
        var known = string.Join(", ", packs.Titles.Select(title => $"{title.Id}@{title.Version}"));
        problems.Add("/provincialPack", "unknown-title",
            $"没有省级规则包“{reference}”：请填写其中之一，或删除此项（国家指标的计算不需要它）：{known}。",
            $"There is no provincial rule pack \"{reference}\": enter one of {known}, or leave it out; the national indicators do not need it.");
    }
}
