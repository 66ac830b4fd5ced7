using System.Text;
using System.Text.Unicode;

namespace PilotRegistry.Workbook;

/// <summary>How the text of a table somebody exported is written: UTF-8, or GB 18030 as Excel writes it in China.</summary>
public static class TableEncoding
{
    private const int LookedAt = 64 * 1024, LongestCharacter = 4;

    /// <summary>Told from the beginning; the stream stands at its beginning afterwards. Marks for UTF-16 are left to the reader.</summary>
    public static Encoding Of(Stream file)
    {
        var start = new byte[LookedAt];
        file.Position = 0;
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return IsUtf8(start.AsSpan(0, length)) ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
    }

    /// <summary>The last character may be cut.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> text)
    {
        for (var cut = 0; cut < LongestCharacter && cut <= text.Length; cut++)
            if (Utf8.IsValid(text[..^cut])) return true;
        return false;
    }
}
