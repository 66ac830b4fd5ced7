using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PilotRegistry.EventStore;

/// <summary>
/// A command that its caller may send again until it hears what became of it. What it records is recorded once under this id,
/// and what it begins has the same ids however often it is begun.
/// </summary>
/// <param name="Id">Kept as the cause of the command's events.</param>
/// <param name="Since">When the command came for the first time; ids of what it begins sort by it.</param>
public sealed record CommandKey(Guid Id, DateTimeOffset Since)
{
    /// <summary>The id of something that the command begins, a UUID of version 7 (RFC 9562, 5.7) whose random part follows from the key.</summary>
    /// <param name="what">Tells apart what one command begins.</param>
    public Guid NewId(string what)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{Id}/{what}")).AsSpan(0, 16);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, Since.ToUnixTimeMilliseconds());
        time[2..].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
