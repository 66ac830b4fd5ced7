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

    private readonly Dictionary<(string Source, Guid Id), ulong> events = [];
    private readonly Dictionary<string, Tip> streams = new(StringComparer.Ordinal);
    private readonly HashSet<string> live = new(StringComparer.Ordinal);

    /// <summary>The latest time that an entry says; the log was still growing then.</summary>
    public DateTimeOffset Latest { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Takes the next entry and says what is wrong with it; nothing when all is well.</summary>
    /// <param name="index">Its place in the log.</param>
    /// <param name="hash">Its leaf hash.</param>
    /// <param name="head">What it says of itself; null when it is not of the profile.</param>
    public IReadOnlyList<string> Add(ulong index, ReadOnlySpan<byte> entry, in Digest hash, out LeafHead? head)
    {
        head = null;
        try
        {
            head = LeafHead.Read(entry);
            return Add(index, head, hash);
        }
        catch (OutOfProfileException outside)
        {
            return [$"The entry is not of the profile: {outside.Message}"];
        }
    }

    private List<string> Add(ulong index, LeafHead leaf, Digest hash)
    {
        var wrong = new List<string>();
        if (!events.TryAdd((leaf.Source, leaf.Id), index))
        {
            wrong.Add($"The event {leaf.Id} of {leaf.Source} stands in the log twice, first as entry {events[(leaf.Source, leaf.Id)]}.");
        }

        var last = streams.GetValueOrDefault(leaf.Stream);
        if (leaf.Version != last.Version + 1)
        {
            wrong.Add($"{leaf.Stream} goes from version {last.Version}{(last.Version > 0 ? $" (entry {last.Index})" : "")} to {leaf.Version}: something was taken away, added or moved.");
        }
        else if (leaf.Version > 1 && leaf.Previous != last.Hash)
        {
            wrong.Add($"{leaf.Stream} version {leaf.Version} follows another version {last.Version} than the one in the log: entry {last.Index} was changed, or this one.");
        }

        wrong.AddRange(CheckTime(leaf));
        streams[leaf.Stream] = new(leaf.Version, hash, leaf.At, index);
        Latest = leaf.At > Latest ? leaf.At : Latest;
        return wrong;
    }

    private IEnumerable<string> CheckTime(LeafHead leaf)
    {
        if (leaf.At < streams.GetValueOrDefault(leaf.Stream).At)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"It says {leaf.At:u}, before the version before it in {leaf.Stream}: dated back.");
        }

        if (!leaf.Backfilled)
        {
            live.Add(leaf.Source);
            if (Latest - leaf.At > LongestDelay)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"It says {leaf.At:u}, more than an hour before an earlier entry's {Latest:u}: late or dated back.");
            }
        }
        else if (live.Contains(leaf.Source))
        {
            // What is older than the log was sealed before its service wrote anything else: nobody may call a new entry old.
            yield return $"It says that it is older than the log, and stands after entries of {leaf.Source} that are not: dated back.";
        }
    }

    private readonly record struct Tip(long Version, Digest Hash, DateTimeOffset At, ulong Index);
}
