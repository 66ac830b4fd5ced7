namespace PilotRegistry.Methodology;

/// <summary>Which pack the year is computed by: the one that is named, or the newest national one for the year.</summary>
internal static class PackChoice
{
    private const string National = "national/";
    private const int LastYear = 9999;

    public static RulePack? For(ActivityData data, RulePacks packs, Problems problems)
    {
        if (data.ProvincialPack is { } title) RefuseTitle(title, problems);
        var pack = data.RulePack is { } reference ? Named(reference, data.Year, packs) : Newest(data.Year, packs);
        if (pack is null) Unknown(data.RulePack ?? "", packs, problems);
        if (pack is null || (pack.EquivalentValueFor(data.Year) is not null && data.Year >= pack.FirstYear && data.Year <= LastYear))
            return pack;
        problems.Add("/year", "year-not-covered",
            $"规则包 {pack.Id}@{pack.Version} 没有 {data.Year} 年的电力等价值：请填写 {pack.FirstYear} 年或以后的四位年份。",
            $"The rule pack {pack.Id}@{pack.Version} has no equivalent value for {data.Year}: enter a four-digit year from {pack.FirstYear} on.");
        return null;
    }

    /// <summary>A name without a version that covers no such year is a question of the year, not of the name.</summary>
    private static RulePack? Named(string reference, int year, RulePacks packs)
    {
        var pack = packs.Find(reference, year) ?? packs.All.FirstOrDefault(known => known.Id == reference);
        return pack is not null && pack.Id.StartsWith(National, StringComparison.Ordinal) ? pack : null;
    }

    private static RulePack? Newest(int year, RulePacks packs)
    {
        var national = packs.All.Where(pack => pack.Id.StartsWith(National, StringComparison.Ordinal)).ToList();
        return national.Where(pack => pack.FirstYear <= year).MaxBy(pack => pack.FirstYear) ?? national.FirstOrDefault();
    }

    private static void Unknown(string reference, RulePacks packs, Problems problems)
    {
        var known = string.Join(", ", packs.All.Select(each => $"{each.Id}@{each.Version}"));
        problems.Add("/rulePack", "unknown-pack",
            $"没有规则包“{reference}”：请填写其中之一，或留空以采用该年最新版本：{known}。",
            $"There is no rule pack \"{reference}\": enter one of {known}, or leave it out for the newest of the year.");
    }

    private static void RefuseTitle(string title, Problems problems) => problems.Add("/provincialPack", "unknown-pack",
        $"没有省级规则包“{title}”：请删除此项；国家指标的计算不受影响。",
        $"There is no provincial rule pack \"{title}\": leave this member out; the national indicators do not need it.");
}
