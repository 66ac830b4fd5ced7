using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PilotRegistry.TransparencyLog;

/// <summary>
/// What ties a leaf to the others: its event, its place in its stream, its time. Reading it checks the whole leaf against the profile
/// without building its facts, so that an audit reads a million leaves in seconds.
/// </summary>
/// <param name="Source">The service.</param>
/// <param name="Id">The event.</param>
/// <param name="Stream"><c>type/id</c>.</param>
/// <param name="Version">The event's place in its stream, from 1.</param>
/// <param name="Previous">The leaf hash of the version before; null for the first.</param>
/// <param name="At">When, to the millisecond.</param>
/// <param name="Backfilled">Whether the leaf was written later than its event, and says so: the event is older than the log.</param>
public sealed partial record LeafHead(string Source, Guid Id, string Stream, long Version, Digest? Previous, DateTimeOffset At, bool Backfilled)
{
    /// <summary>How <c>at</c> is written: UTC, always with milliseconds.</summary>
    internal const string Time = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <exception cref="OutOfProfileException">Not a leaf of this profile, or not in its one spelling.</exception>
    public static LeafHead Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Leaf.MostBytes)
        {
            throw new OutOfProfileException($"It has {bytes.Length} bytes; a leaf has at most {Leaf.MostBytes}.");
        }

        var seen = default(Seen);
        LeafScan.Read(bytes, ref seen, Note);
        if (!seen.Actor || !seen.Type || !seen.Profile || seen.Source is null || seen.Stream is null || seen.Id is null || seen.At is null
            || seen.Version < 1 || (seen.Version == 1) != (seen.Previous is null))
        {
            throw new OutOfProfileException("A member that every leaf has is missing, or its version and the one before do not fit.");
        }

        return new(seen.Source, seen.Id.Value, seen.Stream, seen.Version, seen.Previous, seen.At.Value, seen.Backfilled);
    }

    private static void Note(ref Seen seen, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        var fits = name switch
        {
            _ when name.SequenceEqual("actor"u8) => seen.Actor = IsText(value) && value.Length > 2,
            _ when name.SequenceEqual("at"u8) => (seen.At = ReadTime(Inner(value))) is not null,
            _ when name.SequenceEqual("files"u8) => LeafMembers.AreFiles(value),
            _ when name.SequenceEqual("id"u8) => (seen.Id = ReadId(Inner(value))) is not null,
            _ when name.SequenceEqual("prev"u8) => (seen.Previous = LeafMembers.ReadDigest(value)) is not null,
            _ when name.SequenceEqual("pub"u8) => LeafMembers.AreFacts(value, out seen.Backfilled),
            _ when name.SequenceEqual("sd"u8) => LeafMembers.AreCommitments(value),
            _ when name.SequenceEqual("src"u8) => (seen.Source = Match(NamePattern(), value)) is not null,
            _ when name.SequenceEqual("stream"u8) => (seen.Stream = Match(StreamPattern(), value)) is not null,
            _ when name.SequenceEqual("type"u8) => seen.Type = Match(TypePattern(), value) is not null,
            _ when name.SequenceEqual("v"u8) => seen.Profile = value.SequenceEqual("1"u8),
            _ when name.SequenceEqual("ver"u8) => Utf8Parser.TryParse(value, out seen.Version, out var used) && used == value.Length,
            _ when name.SequenceEqual("why"u8) => ReadId(Inner(value)) is not null,
            _ => throw new OutOfProfileException($"It has a member '{Encoding.UTF8.GetString(name)}' that the profile does not.")
        };
        if (!fits)
        {
            throw new OutOfProfileException($"Its '{Encoding.UTF8.GetString(name)}' is not what the profile has there.");
        }
    }

    internal static bool IsSource(string text) => NamePattern().IsMatch(text);

    internal static bool IsText(ReadOnlySpan<byte> value) => value[0] == '"';

    /// <summary>A text without its quotes; nothing for any other value.</summary>
    private static ReadOnlySpan<byte> Inner(ReadOnlySpan<byte> value) => IsText(value) ? value[1..^1] : default;

    /// <summary>Lower-case, with hyphens.</summary>
    private static Guid? ReadId(ReadOnlySpan<byte> text) =>
        text.Length == 36 && !text.ContainsAnyInRange((byte)'A', (byte)'Z') && Utf8Parser.TryParse(text, out Guid id, out var used, 'D') && used == 36 ? id : null;

    private static DateTimeOffset? ReadTime(ReadOnlySpan<byte> text)
    {
        Span<char> characters = stackalloc char[32];
        return Encoding.ASCII.TryGetChars(text, characters, out var length)
            && DateTimeOffset.TryParseExact(characters[..length], Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? at
                : null;
    }

    private static string? Match(Regex pattern, ReadOnlySpan<byte> value)
    {
        var text = Encoding.UTF8.GetString(Inner(value));
        return pattern.IsMatch(text) ? text : null;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,63}\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,63}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex StreamPattern();

    [GeneratedRegex(@"^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*\.v[1-9][0-9]*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex TypePattern();

    private struct Seen
    {
        public bool Actor, Type, Profile, Backfilled;
        public string? Source, Stream;
        public Guid? Id;
        public Digest? Previous;
        public DateTimeOffset? At;
        public long Version;
    }
}
