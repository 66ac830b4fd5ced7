using System.Text;
using System.Text.Unicode;

namespace PilotRegistry.TransparencyLog;

/// <summary>
/// Whether bytes are the one spelling that <see cref="LeafJson"/> gives some object, found in a single pass without building it: an
/// audit reads millions of leaves.
/// </summary>
internal ref struct LeafScan
{
    private readonly ReadOnlySpan<byte> bytes;
    private int at;

    private LeafScan(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    /// <summary>Reads the object; its own members are reported, those within them are only checked.</summary>
    /// <param name="member">Receives the name and the value's bytes, in the order of the names.</param>
    /// <exception cref="OutOfProfileException">Another spelling, or a value outside the profile.</exception>
    public static void Read<TState>(ReadOnlySpan<byte> bytes, ref TState state, Member<TState> member)
        where TState : allows ref struct
    {
        if (!Utf8.IsValid(bytes))
        {
            throw new OutOfProfileException("It is not UTF-8.");
        }

        var scan = new LeafScan(bytes);
        scan.Expect((byte)'{');
        var previous = ReadOnlySpan<byte>.Empty;
        do
        {
            var name = scan.Name(previous);
            var start = scan.at;
            scan.Value(LeafJson.Deepest - 1);
            member(ref state, name, bytes[start..scan.at]);
            previous = name;
        }
        while (scan.Next((byte)'}'));
        if (scan.at != bytes.Length)
        {
            throw Wrong();
        }
    }

    /// <summary>As <see cref="Read"/>, for a list of at least one value whose spelling was checked; values have no names.</summary>
    public static void ReadItems<TState>(ReadOnlySpan<byte> bytes, ref TState state, Member<TState> member)
        where TState : allows ref struct
    {
        var scan = new LeafScan(bytes);
        scan.Expect((byte)'[');
        do
        {
            var start = scan.at;
            scan.Value(LeafJson.Deepest - 1);
            member(ref state, [], bytes[start..scan.at]);
        }
        while (scan.Next((byte)']'));
    }

    public delegate void Member<TState>(ref TState state, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
        where TState : allows ref struct;

    private readonly byte Current => at < bytes.Length ? bytes[at] : throw Wrong();

    private void Value(int depth)
    {
        if (depth == 0)
        {
            throw new OutOfProfileException($"It is nested deeper than {LeafJson.Deepest} levels.");
        }

        switch (Current)
        {
            case (byte)'{': Members(depth); break;
            case (byte)'[': Items(depth); break;
            case (byte)'"': Text(); break;
            case (byte)'t': Word("true"u8); break;
            case (byte)'f': Word("false"u8); break;
            default: Whole(); break;
        }
    }

    private void Members(int depth)
    {
        var previous = ReadOnlySpan<byte>.Empty;
        for (var more = !IsEmpty((byte)'}'); more; more = Next((byte)'}'))
        {
            previous = Name(previous);
            Value(depth - 1);
        }
    }

    private void Items(int depth)
    {
        for (var more = !IsEmpty((byte)']'); more; more = Next((byte)']'))
        {
            Value(depth - 1);
        }
    }

    /// <summary>Begins a list or object, and ends it when nothing is in it.</summary>
    private bool IsEmpty(byte end)
    {
        at++;
        var empty = Current == end;
        at += empty ? 1 : 0;
        return empty;
    }

    /// <summary>A member's name and its colon; names rise, so none comes twice.</summary>
    private ReadOnlySpan<byte> Name(ReadOnlySpan<byte> previous)
    {
        Expect((byte)'"');
        var start = at;
        while (Current is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9') or (byte)'_')
        {
            at++;
        }

        var name = bytes[start..at];
        Expect((byte)'"');
        Expect((byte)':');
        return name.SequenceCompareTo(previous) > 0 ? name : throw Wrong();
    }

    private void Text()
    {
        var start = ++at;
        var plain = true;
        for (; Current != '"'; at++)
        {
            var c = Current;
            if (c == '\\')
            {
                at++;
                plain &= Current is (byte)'"' or (byte)'\\' or (byte)'n' ? plain : throw Wrong();
            }
            else if (c < ' ' || c == 0x7f || (c == 0xc2 && bytes[at + 1] is >= 0x80 and < 0xa0))
            {
                throw new OutOfProfileException("Text has a control character other than a line end.");
            }

            plain &= c < 0x80;
        }

        if (!plain && !LeafJson.IsNormal(Encoding.UTF8.GetString(bytes[start..at])))
        {
            throw new OutOfProfileException("Text is not in Unicode normal form C.");
        }

        at++;
    }

    private void Whole()
    {
        var negative = Current == '-';
        at += negative ? 1 : 0;
        var (start, value) = (at, 0L);
        while (at < bytes.Length && bytes[at] is >= (byte)'0' and <= (byte)'9')
        {
            value = (value * 10) + bytes[at++] - '0';
        }

        var digits = at - start;
        if (digits is 0 or > 16 || value > LeafJson.LargestInteger || (bytes[start] == '0' && (digits > 1 || negative)))
        {
            throw new OutOfProfileException("A number is whole and within ±(2⁵³ − 1): quantities are text with the unit in the name.");
        }
    }

    private void Word(ReadOnlySpan<byte> word) => at += bytes[at..].StartsWith(word) ? word.Length : throw Wrong();

    /// <summary>Whether a comma follows and not the end.</summary>
    private bool Next(byte end)
    {
        var next = Current;
        at++;
        return next == ',' || (next == end ? false : throw Wrong());
    }

    private void Expect(byte expected) => at += Current == expected ? 1 : throw Wrong();

    private static OutOfProfileException Wrong() => new("It is not spelled as the profile spells it.");
}
