using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace PilotRegistry.TransparencyLog;

/// <summary>A SHA-256 value as a value: 32 bytes, compared whole, written in base64 (RFC 4648 §4).</summary>
[StructLayout(LayoutKind.Sequential, Size = Length)]
public readonly record struct Digest
{
    public const int Length = 32;

    private readonly ulong first, second, third, fourth;

    /// <param name="bytes">Exactly 32.</param>
    public Digest(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A SHA-256 value has {Length} bytes, not {bytes.Length}.", nameof(bytes));
        }

        this = MemoryMarshal.Read<Digest>(bytes);
    }

    public static ReadOnlySpan<byte> Bytes(in Digest digest) => MemoryMarshal.AsBytes(new ReadOnlySpan<Digest>(in digest));

    public byte[] ToArray() => Bytes(in this).ToArray();

    public override string ToString() => Convert.ToBase64String(Bytes(in this));

    /// <summary>Reads base64 of 32 bytes in the one spelling it has; false for every other.</summary>
    public static bool TryParse(string text, out Digest digest)
    {
        digest = default;
        if (!StrictBase64.TryDecode(text, out var bytes) || bytes.Length != Length)
        {
            return false;
        }

        digest = new Digest(bytes);
        return true;
    }

    /// <exception cref="FormatException">Not base64 of 32 bytes.</exception>
    public static Digest Parse(string text) => TryParse(text, out var digest)
        ? digest
        : throw new FormatException($"'{text}' is not a SHA-256 value in base64.");
}

/// <summary>Base64 with exactly one spelling: .NET's reader also takes white space and stray bits, so what was read is written again and compared.</summary>
internal static class StrictBase64
{
    public static bool TryDecode(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        var room = new byte[(text.Length / 4 * 3) + 3];
        bytes = Convert.TryFromBase64String(text, room, out var written) ? room[..written] : null;
        return bytes is not null && Convert.ToBase64String(bytes) == text;
    }
}
