using PilotRegistry.Methodology;

namespace PilotRegistry.Cli;

/// <summary>
/// <c>packs</c> lists the installed rule packs with their hashes; <c>packs diff A B</c> says in words what B says differently
/// from A. A and B are <c>id</c>, <c>id@version</c>, or a folder with a <c>pack.yaml</c>. Ends with 1 when they differ.
/// </summary>
public static class Packs
{
    private const int Differ = 1;
    private const int BadInput = 2;
    private const int AnyYear = int.MaxValue;

    public static async Task<int> RunAsync(string[] args) => args switch
    {
        [] => await ListAsync(RulePackLoader.LoadInstalled()),
        ["diff", var before, var after] => await CompareAsync(before, after, RulePackLoader.LoadInstalled()),
        _ => await RefuseAsync("usage: packs | packs diff A B   (A, B: id, id@version or folder)")
    };

    private static async Task<int> ListAsync(RulePacks packs)
    {
        foreach (var (pack, title) in packs.All.Select(pack => (pack.Reference, pack.Title)).Concat(packs.Titles.Select(title => (title.Reference, title.Title))))
            await Console.Out.WriteLineAsync($"{pack.Id}@{pack.Version}  {pack.Hash}\n  {title.En}\n  {title.Zh}");
        return 0;
    }

    private static async Task<int> CompareAsync(string before, string after, RulePacks packs)
    {
        if (Statements(before, packs) is not { } old) return await RefuseAsync($"There is no rule pack {before}; `packs` lists them.");
        if (Statements(after, packs) is not { } now) return await RefuseAsync($"There is no rule pack {after}; `packs` lists them.");
        var changes = PackComparison.Of(old, now);
        await Console.Out.WriteLineAsync($"{before} -> {after}: {changes.Count} difference(s) 处不同");
        foreach (var change in changes) await Console.Out.WriteLineAsync($"  {change.En}\n  {change.Zh}");
        return changes.Count == 0 ? 0 : Differ;
    }

    private static IReadOnlyList<PackStatement>? Statements(string name, RulePacks packs)
    {
        if (File.Exists(Path.Combine(name, "pack.yaml"))) return Of(RulePackLoader.LoadFolder(name, packs));
        return packs.Find(name, AnyYear) is { } pack ? PackStatements.Of(pack)
            : packs.FindTitle(name, AnyYear) is { } title ? PackStatements.Of(title) : null;
    }

    private static IReadOnlyList<PackStatement> Of((RulePack? Pack, ProvincialTitle? Title) read) =>
        read.Pack is { } pack ? PackStatements.Of(pack) : PackStatements.Of(read.Title!);

    private static async Task<int> RefuseAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return BadInput;
    }
}
