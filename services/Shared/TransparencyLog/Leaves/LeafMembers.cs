using System.Buffers;
using System.Buffers.Text;

namespace PilotRegistry.TransparencyLog;

/// <summary>The members of a leaf that hold more than one value, as bytes whose spelling was checked. What is empty or of another kind the scan refuses.</summary>
internal static class LeafMembers
{
    private const int DigestCharacters = 43;

    public static bool AreFacts(ReadOnlySpan<byte> value, out bool backfilled)
    {
        backfilled = false;
        LeafScan.Read(value, ref backfilled, static (ref bool found, ReadOnlySpan<byte> name, ReadOnlySpan<byte> fact) =>
            found |= name.SequenceEqual("backfilled"u8) && fact.SequenceEqual("true"u8));
        return true;
    }

    public static bool AreCommitments(ReadOnlySpan<byte> value)
    {
        var all = true;
        LeafScan.Read(value, ref all, static (ref bool fit, ReadOnlySpan<byte> _, ReadOnlySpan<byte> digest) => fit &= ReadDigest(digest) is not null);
        return all;
    }

    /// <summary>Objects of len, name and sha256, one at least.</summary>
    public static bool AreFiles(ReadOnlySpan<byte> value)
    {
        var all = true;
        LeafScan.ReadItems(value, ref all, static (ref bool fit, ReadOnlySpan<byte> _, ReadOnlySpan<byte> file) => fit &= IsFile(file));
        return all;
    }

    /// <summary>A digest in base64url; null for everything else.</summary>
    public static Digest? ReadDigest(ReadOnlySpan<byte> value)
    {
        Span<byte> bytes = stackalloc byte[Digest.Length], again = stackalloc byte[DigestCharacters];
        if (value.Length != DigestCharacters + 2 || System.Buffers.Text.Base64Url.DecodeFromUtf8(value[1..^1], bytes, out _, out _) != OperationStatus.Done)
        {
            return null;
        }

        System.Buffers.Text.Base64Url.EncodeToUtf8(bytes, again);
        return again.SequenceEqual(value[1..^1]) ? new Digest(bytes) : null;
    }

    private static bool IsFile(ReadOnlySpan<byte> file)
    {
        var members = 0;
        LeafScan.Read(file, ref members, static (ref int known, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => known += name switch
        {
            _ when name.SequenceEqual("len"u8) => Utf8Parser.TryParse(value, out long length, out var used) && used == value.Length && length >= 0 ? 1 : 100,
            _ when name.SequenceEqual("name"u8) => LeafHead.IsText(value) ? 1 : 100,
            _ when name.SequenceEqual("sha256"u8) => ReadDigest(value) is null ? 100 : 1,
            _ => 100
        });

        return members == 3;
    }
}
