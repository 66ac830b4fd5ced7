namespace PilotRegistry.Methodology;

/// <summary>What one pack says differently from another, in words.</summary>
public static class PackComparison
{
    /// <summary>In the order of the first pack, what only the second says last; empty when they say the same.</summary>
    public static IReadOnlyList<Wording> Of(IReadOnlyList<PackStatement> before, IReadOnlyList<PackStatement> after)
    {
        var old = before.ToDictionary(said => said.Key);
        var now = after.ToDictionary(said => said.Key);
        return
        [
            .. before.SelectMany(said => now.TryGetValue(said.Key, out var other) ? Changed(said, other) : [Removed(said)]),
            .. after.Where(said => !old.ContainsKey(said.Key)).Select(Added)
        ];
    }

    private static IEnumerable<Wording> Changed(PackStatement before, PackStatement after)
    {
        if (before.Value != after.Value)
            yield return new(
                $"{Place(after, zh: true)}：由 {before.Value} 改为 {after.Value}。",
                $"{Place(after, zh: false)}: {before.Value} becomes {after.Value}.");
        if (before.Source != after.Source)
            yield return new(
                $"{Place(after, zh: true)}：出处由“{before.Source}”改为“{after.Source}”。",
                $"{Place(after, zh: false)}: the source was \"{before.Source}\" and is \"{after.Source}\".");
    }

    private static Wording Removed(PackStatement said) =>
        new($"{Place(said, zh: true)}：删除（原为 {said.Value}）。", $"{Place(said, zh: false)}: removed (was {said.Value}).");

    private static Wording Added(PackStatement said) => new(
        $"{Place(said, zh: true)}：新增 {said.Value}{(said.Source.Length == 0 ? "" : $"，出处：{said.Source}")}。",
        $"{Place(said, zh: false)}: added, {said.Value}{(said.Source.Length == 0 ? "" : $", source: {said.Source}")}.");

    private static string Place(PackStatement said, bool zh) => zh ? $"{said.Key}（{said.Name.Zh}）" : $"{said.Key} ({said.Name.En})";
}
