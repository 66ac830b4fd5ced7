using System.Buffers.Binary;

namespace PilotRegistry.TransparencyLog;

/// <summary>A file of entries (C2SP tlog-tiles): each with its length before it, two bytes, most significant first.</summary>
public static class EntryBundle
{
    public static byte[] Write(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        var bytes = new byte[entries.Sum(e => e.Length + sizeof(ushort))];
        var rest = bytes.AsSpan();
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteUInt16BigEndian(rest, checked((ushort)entry.Length));
            entry.Span.CopyTo(rest[sizeof(ushort)..]);
            rest = rest[(sizeof(ushort) + entry.Length)..];
        }

        return bytes;
    }

    /// <exception cref="InvalidDataException">The file ends within an entry, or holds another number of them.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> bytes, int count)
    {
        var entries = ReadAll(bytes);
        return entries.Count == count ? entries : throw new InvalidDataException($"The file holds {entries.Count} entries, not {count}.");
    }

    /// <exception cref="InvalidDataException">The file ends within an entry.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> ReadAll(ReadOnlyMemory<byte> bytes)
    {
        var entries = new List<ReadOnlyMemory<byte>>(TileAddress.FullWidth);
        while (!bytes.IsEmpty)
        {
            var length = bytes.Length < sizeof(ushort) ? int.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(bytes.Span);
            if (length > bytes.Length - sizeof(ushort))
            {
                throw new InvalidDataException($"The file ends within entry {entries.Count}.");
            }

            entries.Add(bytes.Slice(sizeof(ushort), length));
            bytes = bytes[(sizeof(ushort) + length)..];
        }

        return entries;
    }
}
