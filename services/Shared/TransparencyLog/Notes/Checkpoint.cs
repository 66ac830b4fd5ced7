using System.Globalization;

namespace PilotRegistry.TransparencyLog;

/// <summary>What a log commits to: at this size it has this root (C2SP tlog-checkpoint, without extension lines).</summary>
/// <param name="Origin">Which log: its address without scheme, for ever.</param>
/// <param name="Size">Entries.</param>
public sealed record Checkpoint(string Origin, ulong Size, Digest Root)
{
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Root}\n");

    public SignedNote SignedBy(params IEnumerable<NoteSigner> signers) => new(ToText(), [.. signers.Select(s => s.Sign(ToText()))]);

    /// <exception cref="FormatException">Not a checkpoint, or one spelled in another way than <see cref="ToText"/>.</exception>
    public static Checkpoint Parse(string text) =>
        text.Split('\n') is [{ Length: > 0 } origin, var size, var root, ""]
        && ulong.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var entries)
        && Digest.TryParse(root, out var digest)
        && new Checkpoint(origin, entries, digest) is var checkpoint
        && checkpoint.ToText() == text
            ? checkpoint
            : throw new FormatException("A checkpoint is three lines: origin, size, root.");
}
