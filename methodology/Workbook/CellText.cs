using System.Globalization;
using System.Text;

namespace PilotRegistry.Workbook;

/// <summary>Text as people and Chinese input methods type it, brought to one form before it is compared.</summary>
internal static class CellText
{
    private const char FullWidthFirst = '！', FullWidthLast = '～';
    private const int FullWidthShift = '！' - '!';

    /// <summary>Half-width letters, digits, brackets and signs; no blanks.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control)) plain.Append(HalfWidth(c));
        return plain.ToString();
    }

    private static char HalfWidth(char c) => c switch
    {
        >= FullWidthFirst and <= FullWidthLast => (char)(c - FullWidthShift),
        '。' => '.',
        '−' or '–' => '-',
        '³' => '3',
        _ => c
    };

    /// <summary>Short enough to be shown in a message.</summary>
    public static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
