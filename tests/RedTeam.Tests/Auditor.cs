using System.Text.Json;
using PilotRegistry.Cli.Verification;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.RedTeam;

/// <summary>
/// Somebody outside: has the public files, what was pinned on the last visit, one checkpoint that another reader was shown, and the
/// promises that were given. Knows nothing of what was done.
/// </summary>
internal sealed class Auditor(Registry registry, string name = "auditor")
{
    private readonly string folder = Directory.CreateDirectory(Path.Combine(registry.Home, name)).FullName;
    private readonly List<string> promises = [];
    private string? checkpoint;

    /// <summary>Keeps a promise.</summary>
    public void Keep(byte[] entry)
    {
        var file = Path.Combine(folder, $"promise of {LeafHead.Read(entry).Id}");
        File.WriteAllBytes(file, registry.Promise(entry).ToBytes());
        promises.Add(file);
    }

    /// <summary>Another reader tells what it was shown.</summary>
    public void Hear(string place)
    {
        checkpoint = Path.Combine(folder, "another reader");
        File.Copy(Path.Combine(place, "checkpoint"), checkpoint, overwrite: true);
    }

    /// <param name="place">What is shown to this auditor; the registry's own folder otherwise.</param>
    public async Task<Findings> AuditAsync(string? place = null) => (await Verify.CheckAsync(
    [
        "audit", place ?? registry.Public, "--state", Path.Combine(folder, "state"),
        .. checkpoint is null ? [] : new[] { "--checkpoint", checkpoint }, .. promises.Count == 0 ? [] : (string[])["--promise", .. promises],
    ]))!;

    /// <summary>A park's public timeline beside the log.</summary>
    public async Task<Findings> CompareAsync(Guid park, IEnumerable<(int Index, Leaf Shown)> timeline)
    {
        var file = Path.Combine(folder, "timeline");
        var items = timeline.Select(e => new { eventId = e.Shown.Id, at = e.Shown.At, type = e.Shown.Type, actor = e.Shown.Actor, facts = new { decision = e.Shown.Public["decision"] }, logIndex = e.Index });
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { items }));
        return (await Verify.CheckAsync(["park", registry.Public, park.ToString(), "--timeline", file, "--state", Path.Combine(folder, "state")]))!;
    }

    /// <summary>A visit that finds nothing wrong and is remembered.</summary>
    public async Task VisitAsync(string? place = null)
    {
        var findings = await AuditAsync(place);
        Assert.True(findings.Ok, findings.ToText());
    }
}

/// <summary>What an audit must say.</summary>
internal static class Named
{
    /// <summary>The attack by its words, and the entry it shows at.</summary>
    public static void Names(this Findings findings, int? entry, params string[] words) => Assert.True(
        findings.Faults.Any(f => f.Index == (ulong?)entry && words.All(w => f.What.Contains(w, StringComparison.Ordinal))), findings.ToText());
}
