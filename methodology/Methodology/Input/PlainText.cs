namespace PilotRegistry.Methodology;

/// <summary>
/// Text as the record holds it: in Unicode normal form C, every line end one U+000A, no other control character, no half of a
/// character. The public log takes no other text, and nobody sees what is left out.
/// </summary>
public static class PlainText
{
    /// <summary>A code point that Unicode keeps from being a character, and that .NET does not normalise.</summary>
    private const char Never = '\uFFFE';

    /// <summary>The text in that form; null when it cannot be brought to it.</summary>
    public static string? Of(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return lines.Any(IsStray) || HasHalf(lines) ? null : lines.Normalize();
    }

    /// <summary>As <see cref="Of"/>, for text out of JSON, which can escape half a character.</summary>
    public static string? Read(Func<string?> json)
    {
        try
        {
            return json() is { } text ? Of(text) : null;
        }
        catch (InvalidOperationException)
        {
            // The only way System.Text.Json tells of half a surrogate pair.
            return null;
        }
    }

    private static bool IsStray(char character) => character == Never || (char.IsControl(character) && character != '\n');

    private static bool HasHalf(string text)
    {
        for (var n = 0; n < text.Length; n++)
        {
            if (char.IsSurrogate(text[n]) && (n + 1 == text.Length || !char.IsSurrogatePair(text[n], text[++n])))
            {
                return true;
            }
        }

        return false;
    }
}
