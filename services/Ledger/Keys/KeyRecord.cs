using System.Text.Json.Nodes;
using PilotRegistry.Contracts;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger.Keys;

/// <summary>What the log itself says of its keys: which were announced, which are retired. One stream of the log's own source.</summary>
/// <param name="Leaves">In their order.</param>
public sealed record KeyRecord(IReadOnlyList<Leaf> Leaves)
{
    /// <summary>How long old and new keys sign beside each other, so that everybody who looks in that time learns of the new ones.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(90);

    public DateTimeOffset? AnnouncedAt(VerifierKey key) => Of(KeyNews.Announced, key)?.At;

    public DateTimeOffset? RetiredAt(VerifierKey key) => Of(KeyNews.Retired, key)?.At;

    /// <summary>The leaf that announces or retires a key; null when it is said already.</summary>
    public Leaf? Next(string type, VerifierKey key, string origin, DateTimeOffset now)
    {
        var last = Leaves is [.., var newest] ? newest : null;
        var at = last is { } before && before.At > now ? before.At : now;
        return Of(type, key) is null
            ? new Leaf(
                KeyNews.Source, StableId.Of(type, key), "keys", StableId.Of("keys", origin), (last?.Version ?? 0) + 1, last is null ? null : Merkle.Leaf(last.Write()), type,
                Milliseconds(at), KeyNews.Source, new JsonObject { ["key"] = key.ToString() }, new Dictionary<string, Digest>(), [], Corrects: null)
            : null;
    }

    /// <summary>The record with one leaf more.</summary>
    public KeyRecord With(Leaf leaf) => new([.. Leaves, leaf]);

    private Leaf? Of(string type, VerifierKey key) => Leaves.FirstOrDefault(l => l.Type == type && (string?)l.Public["key"] == key.ToString());

    private static DateTimeOffset Milliseconds(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));
}
