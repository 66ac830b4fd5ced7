using System.Globalization;

namespace PilotRegistry.TransparencyLog;

/// <summary>
/// What a service promises when it accepts a command: this leaf will stand in the log before the deadline. Signed with a key that signs
/// nothing else, it proves that an accepted event was dropped or changed on its way.
/// </summary>
/// <param name="Origin">The log.</param>
/// <param name="Source">The service.</param>
/// <param name="Event">The event.</param>
/// <param name="Leaf">The leaf's hash.</param>
/// <param name="Deadline">The event's time and the longest delay that the log publishes.</param>
public sealed record LeafPromise(string Origin, string Source, Guid Event, Digest Leaf, DateTimeOffset Deadline)
{
    private const string Kind = "/promise";

    /// <summary>The name of the key that signs a log's promises.</summary>
    public static string KeyName(string origin) => origin + Kind;

    public static LeafPromise Of(string origin, LeafHead leaf, in Digest hash) => new(origin, leaf.Source, leaf.Id, hash, leaf.At + RecordOrder.LongestDelay);

    public string ToText() => string.Create(
        CultureInfo.InvariantCulture, $"{KeyName(Origin)}\n{Source}\n{Event}\n{Leaf}\n{Deadline.UtcDateTime.ToString(LeafHead.Time, CultureInfo.InvariantCulture)}\n");

    public SignedNote SignedBy(NoteSigner signer) => new(ToText(), [signer.Sign(ToText())]);

    /// <summary>The promise, once one of the keys that sign promises of its log has signed it.</summary>
    /// <exception cref="FormatException">Not a promise, or not signed by such a key.</exception>
    public static LeafPromise Open(SignedNote note, IEnumerable<VerifierKey> keys)
    {
        var promise = Parse(note.Text);
        return note.Verify(keys.Where(k => k.Type == SignatureType.Ed25519 && k.Name == KeyName(promise.Origin))).Count > 0
            ? promise
            : throw new FormatException($"The promise is not signed by a key that promises for {promise.Origin}.");
    }

    /// <exception cref="FormatException">Not a promise, or one spelled in another way than <see cref="ToText"/>.</exception>
    public static LeafPromise Parse(string text) =>
        text.Split('\n') is [var kind, var source, var id, var leaf, var deadline, ""]
        && kind.Length > Kind.Length
        && LeafHead.IsSource(source)
        && Guid.TryParseExact(id, "D", out var happened)
        && Digest.TryParse(leaf, out var hash)
        && DateTimeOffset.TryParseExact(deadline, LeafHead.Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
        && new LeafPromise(kind[..^Kind.Length], source, happened, hash, until) is var promise
        && promise.ToText() == text
            ? promise
            : throw new FormatException("A promise is five lines: origin/promise, source, event, leaf hash, deadline.");
}
