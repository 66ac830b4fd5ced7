namespace PilotRegistry.Methodology;

/// <summary>The loaded catalogue of rule packs.</summary>
public sealed class RulePacks(IEnumerable<RulePack> packs)
{
    /// <summary>By id, newest version first.</summary>
    public IReadOnlyList<RulePack> All { get; } =
    [
        .. packs.OrderBy(pack => pack.Id, StringComparer.Ordinal).ThenByDescending(pack => System.Version.Parse(pack.Version))
    ];

    /// <summary><c>id@version</c> exactly, or <c>id</c> for the newest version that covers the year.</summary>
    public RulePack? Find(string reference, int year) => reference.Split('@') switch
    {
        [var id, var version] => Find(id, version),
        [var id] => All.FirstOrDefault(pack => pack.Id == id && pack.FirstYear <= year),
        _ => null
    };

    public RulePack? Find(string id, string version) =>
        All.FirstOrDefault(pack => pack.Id == id && pack.Version == version);
}
