using System.Buffers.Binary;
using System.Text;

namespace PilotRegistry.TransparencyLog;

/// <summary>One signature line of a note.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="KeyId">Four bytes that tell keys of one name apart; no proof of anything.</param>
/// <param name="Bytes">The signature, as its type writes it.</param>
public sealed record NoteSignature(string Name, uint KeyId, byte[] Bytes)
{
    private const string Start = "\u2014 ";

    public override string ToString()
    {
        var signed = new byte[sizeof(uint) + Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(signed, KeyId);
        Bytes.CopyTo(signed, sizeof(uint));
        return $"{Start}{Name} {Convert.ToBase64String(signed)}";
    }

    /// <exception cref="FormatException">Not a signature line.</exception>
    public static NoteSignature Parse(string line) =>
        line.StartsWith(Start, StringComparison.Ordinal)
        && line[Start.Length..].Split(' ') is [var name, var signed]
        && KeyName.IsValid(name)
        && StrictBase64.TryDecode(signed, out var bytes)
        && bytes.Length > sizeof(uint)
            ? new(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[sizeof(uint)..])
            : throw new FormatException($"'{line}' is not a signature line.");
}

/// <summary>Names of keys: not empty, no space, no plus.</summary>
internal static class KeyName
{
    public static bool IsValid(string name) => name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');
}

/// <summary>A text and who signed it (C2SP signed-note). What it says counts only once a trusted key's signature was verified.</summary>
/// <param name="Text">Ends in a newline; the newline is signed too.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>More than any log and its witnesses need; a longer note is refused before it is read.</summary>
    public const int MostBytes = 1 << 20;

    private const int MostSignatures = 128;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(s => $"{s}\n"))}";

    public byte[] ToBytes() => Strict.GetBytes(ToString());

    /// <exception cref="FormatException">Not a signed note.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new FormatException($"A note has at most {MostBytes} bytes.");
        }

        try
        {
            return Parse(Strict.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            throw new FormatException("A note is UTF-8.");
        }
    }

    /// <exception cref="FormatException">Not a signed note.</exception>
    public static SignedNote Parse(string note)
    {
        var blank = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (blank < 0 || !note.EndsWith('\n') || blank + 2 == note.Length)
        {
            throw new FormatException("A note is a text, an empty line and at least one signature line, each line with its end.");
        }

        if (note.Any(c => c < ' ' && c != '\n'))
        {
            throw new FormatException("A note has no control characters but line ends.");
        }

        var lines = note[(blank + 2)..^1].Split('\n');
        return lines.Length <= MostSignatures
            ? new(note[..(blank + 1)], [.. lines.Select(NoteSignature.Parse)])
            : throw new FormatException($"A note has at most {MostSignatures} signatures.");
    }

    /// <summary>
    /// The keys that signed, in the order given. Lines of other keys are passed over; a line of a known key that is not its
    /// signature spoils the note.
    /// </summary>
    /// <exception cref="FormatException">A known key's signature is wrong.</exception>
    public IReadOnlyList<VerifiedSignature> Verify(IEnumerable<VerifierKey> known)
    {
        var text = Strict.GetBytes(Text);
        var verified = new List<VerifiedSignature>();
        foreach (var key in known)
        {
            foreach (var signature in Signatures.Where(s => s.Name == key.Name && s.KeyId == key.Id))
            {
                verified.Add(key.Verify(text, signature.Bytes) ?? throw new FormatException($"The signature of {key.Name} is wrong."));
            }
        }

        return verified;
    }
}

/// <summary>A signature that was checked.</summary>
/// <param name="At">When a witness saw the text; null for a log's own signature, which says nothing of time.</param>
public sealed record VerifiedSignature(VerifierKey Key, DateTimeOffset? At);
