using System.Globalization;

namespace PilotRegistry.TransparencyLog;

/// <summary>
/// What entries must be beside one another: every event once, every stream without a hole and each version naming the one before, no
/// entry much older than one that stands before it.
/// </summary>
public sealed class RecordOrder
{
    /// <summary>The longest that an event may wait for its place in the log, as the log promises.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    private readonly HashSet<(string Source, Guid Id)> events = [];
    private readonly Dictionary<string, (long Version, Digest Hash)> streams = new(StringComparer.Ordinal);
    private DateTimeOffset latest = DateTimeOffset.MinValue;

    /// <summary>Takes the next entry and says what is wrong with it; nothing when all is well.</summary>
    /// <param name="hash">The entry's leaf hash.</param>
    public IReadOnlyList<string> Add(ReadOnlySpan<byte> entry, in Digest hash)
    {
        try
        {
            return Add(LeafHead.Read(entry), hash);
        }
        catch (OutOfProfileException outside)
        {
            return [$"The entry is not of the profile: {outside.Message}"];
        }
    }

    private List<string> Add(LeafHead leaf, Digest hash)
    {
        var wrong = new List<string>();
        if (!events.Add((leaf.Source, leaf.Id)))
        {
            wrong.Add($"The event {leaf.Id} of {leaf.Source} stands in the log twice.");
        }

        var (version, previous) = streams.TryGetValue(leaf.Stream, out var last) ? last : (0, default);
        if (leaf.Version != version + 1)
        {
            wrong.Add($"{leaf.Stream} goes from version {version} to {leaf.Version}: something was taken away, added or moved.");
        }
        else if (leaf.Version > 1 && leaf.Previous != previous)
        {
            wrong.Add($"{leaf.Stream} version {leaf.Version} follows another version {version} than the one in the log: that one was changed.");
        }

        if (!leaf.Backfilled && latest - leaf.At > LongestDelay)
        {
            wrong.Add(string.Create(CultureInfo.InvariantCulture, $"It says {leaf.At:u}, more than an hour before an earlier entry's {latest:u}: late or dated back."));
        }

        streams[leaf.Stream] = (leaf.Version, hash);
        latest = leaf.At > latest ? leaf.At : latest;
        return wrong;
    }
}
