using System.Globalization;
using System.Text;

namespace PilotRegistry.TransparencyLog;

/// <summary>
/// A receipt that holds without any server (C2SP tlog-proof): an entry's place, the hashes from it up to the root, and the signed
/// checkpoint with that root.
/// </summary>
/// <param name="Extra">Here the entry's own bytes; not proven by itself, but the proof fails for any other bytes.</param>
/// <param name="Index">The entry's place, from 0.</param>
public sealed record LogProof(byte[]? Extra, ulong Index, IReadOnlyList<Digest> Hashes, SignedNote Checkpoint)
{
    private const string Start = "c2sp.org/tlog-proof@v1";

    /// <summary>A path in a tree of at most 2⁶³ entries.</summary>
    private const int MostHashes = 63;

    public override string ToString()
    {
        var text = new StringBuilder($"{Start}\n");
        if (Extra is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"extra {Convert.ToBase64String(Extra)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"index {Index}\n");
        Hashes.ToList().ForEach(h => text.Append(CultureInfo.InvariantCulture, $"{h}\n"));
        return text.Append(CultureInfo.InvariantCulture, $"\n{Checkpoint}").ToString();
    }

    /// <exception cref="FormatException">Not a proof, or one spelled in another way than <see cref="ToString"/>.</exception>
    public static LogProof Parse(string text)
    {
        var blank = text.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = blank < 0 ? [] : text[..blank].Split('\n');
        var next = 1;
        if (lines is not [Start, _, ..])
        {
            throw new FormatException($"A proof begins with {Start}.");
        }

        var extra = Value(lines[next], "extra ") is { } encoded ? Decode(encoded) : null;
        next += extra is null ? 0 : 1;
        if (next >= lines.Length || !ulong.TryParse(Value(lines[next], "index "), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || lines.Length - next - 1 > MostHashes)
        {
            throw new FormatException("A proof has the entry's index and at most 63 hashes.");
        }

        var proof = new LogProof(extra, index, [.. lines[(next + 1)..].Select(Digest.Parse)], SignedNote.Parse(text[(blank + 2)..]));
        _ = TransparencyLog.Checkpoint.Parse(proof.Checkpoint.Text);
        return proof.ToString() == text ? proof : throw new FormatException("The proof is not spelled as the format says.");
    }

    private static byte[] Decode(string encoded) =>
        StrictBase64.TryDecode(encoded, out var bytes) ? bytes : throw new FormatException("The proof's extra data is not base64.");

    private static string? Value(string line, string label) => line.StartsWith(label, StringComparison.Ordinal) ? line[label.Length..] : null;
}
