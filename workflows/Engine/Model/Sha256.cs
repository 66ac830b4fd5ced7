using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PilotRegistry.Workflows.Engine;

/// <summary>Names that follow from what they name.</summary>
internal static class Sha256
{
    public static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The first 16 bytes.</summary>
    public static UInt128 Short(string text) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>An id that follows from a parent's and a number within it (RFC 9562, version 8).</summary>
    public static Guid Derived(Guid parent, int key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{parent:D}/{key}")).AsSpan(0, 16).ToArray();
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
