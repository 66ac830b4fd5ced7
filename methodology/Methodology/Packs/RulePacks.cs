namespace PilotRegistry.Methodology;

/// <summary>The loaded catalogue: national packs, what refines them, and provincial titles.</summary>
public sealed class RulePacks(IEnumerable<RulePack> packs, IEnumerable<ProvincialTitle>? titles = null)
{
    /// <summary>National packs and refinements by id, newest version first.</summary>
    public IReadOnlyList<RulePack> All { get; } =
        [.. packs.OrderBy(pack => pack.Id, StringComparer.Ordinal).ThenByDescending(pack => PackVersion.Order(pack.Version))];

    /// <summary>By id, newest version first.</summary>
    public IReadOnlyList<ProvincialTitle> Titles { get; } =
        [.. (titles ?? []).OrderBy(title => title.Id, StringComparer.Ordinal).ThenByDescending(title => PackVersion.Order(title.Version))];

    /// <summary><c>provincial/440000@1</c> exactly, or without a version the newest that covers the year.</summary>
    public ProvincialTitle? FindTitle(string reference, int year) => reference.Split('@') switch
    {
        [var id, var version] => Titles.FirstOrDefault(title => title.Id == id && title.Version == version),
        [var id] => Titles.FirstOrDefault(title => title.Id == id && title.FirstYear <= year) ?? Titles.FirstOrDefault(title => title.Id == id),
        _ => null
    };

    /// <summary><c>id@version</c> exactly, or <c>id</c> for the newest version that covers the year.</summary>
    public RulePack? Find(string reference, int year) => reference.Split('@') switch
    {
        [var id, var version] => Find(id, version),
        [var id] => All.FirstOrDefault(pack => pack.Id == id && pack.FirstYear <= year),
        _ => null
    };

    public RulePack? Find(string id, string version) =>
        All.FirstOrDefault(pack => pack.Id == id && pack.Version == version);

    /// <summary>What a year is computed by when it names no pack: the newest national one that covers it.</summary>
    public RulePack? NewestNational(int year)
    {
        var national = All.Where(pack => pack.Refines is null).ToList();
        return national.Where(pack => pack.FirstYear <= year).MaxBy(pack => pack.FirstYear) ?? national.FirstOrDefault();
    }
}
