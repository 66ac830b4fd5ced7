using System.Security.Cryptography;
using System.Text;

namespace PilotRegistry.Contracts;

/// <summary>Ids that follow from what they name, so that the same thing can never exist twice (UUID version 8, RFC 9562 §5.8).</summary>
public static class StableId
{
    /// <param name="parts">What makes the thing unique, e.g. <c>("submission", parkId, "2025")</c>.</param>
    public static Guid Of(params IReadOnlyList<object> parts)
    {
        var name = string.Join('\u001f', parts.Select(p => FormattableString.Invariant($"{p}")));
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
