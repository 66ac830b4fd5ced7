using System.Text.Json.Nodes;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.RedTeam;

/// <summary>
/// What was decided, and what somebody would rather have had decided: thirty parks whose acceptance is decided in ten steps each, in turn,
/// half a minute apart. The last step of each is a refusal.
/// </summary>
internal static class Story
{
    public const string Source = "acceptance";
    public const int Parks = 30;

    public static readonly DateTimeOffset Morning = new(2026, 11, 21, 1, 0, 0, TimeSpan.Zero);

    public static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>The event that stands at a place when nothing is done to the log.</summary>
    public static Guid EventAt(int index) => new(index, 5, 0, new byte[8]);

    public static Guid Park(int park) => new(park, 1, 0, new byte[8]);

    /// <summary>So many entries as the service writes them.</summary>
    public static List<byte[]> Of(int count) => Chained(Enumerable.Range(0, count).Select(Honest));

    /// <summary>What the service writes at a place.</summary>
    public static Leaf Honest(int index) => new(
        Source, EventAt(index), Source, new Guid(index % Parks, 0, 0, new byte[8]), 0, Previous: null, "acceptance.acceptance-decided.v1", Morning + (index * Step), "national",
        new JsonObject { ["decision"] = index % (Parks * 10) >= Parks * 9 ? "refused" : "returned", ["park_id"] = Park(index % Parks).ToString() },
        new Dictionary<string, Digest>(), [], Corrects: null);

    /// <summary>Somebody's own version of an entry: the park was accepted.</summary>
    public static Leaf Accepted(this Leaf leaf) => leaf with { Public = new JsonObject { ["decision"] = "accepted", ["park_id"] = leaf.Public["park_id"]!.GetValue<string>() } };

    /// <summary>Entries whose versions and links are made to fit, whatever was put in, left out or changed.</summary>
    public static List<byte[]> Chained(IEnumerable<Leaf> leaves)
    {
        var tips = new Dictionary<Guid, (long Version, Digest Hash)>();
        var entries = new List<byte[]>();
        foreach (var leaf in leaves)
        {
            var last = tips.GetValueOrDefault(leaf.Stream);
            var entry = (leaf with { Version = last.Version + 1, Previous = last.Version == 0 ? null : last.Hash }).Write();
            tips[leaf.Stream] = (last.Version + 1, Merkle.Leaf(entry));
            entries.Add(entry);
        }

        return entries;
    }
}
