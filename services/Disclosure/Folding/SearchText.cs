using System.Globalization;
using System.Text;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>
/// Forgiving search: width, case, spaces and punctuation do not matter. 「苏州 工业园」 finds 苏州工业园区, and so does <c>szgyyq</c>.
/// </summary>
public static class SearchText
{
    /// <summary>A question is not longer than this.</summary>
    public const int Longest = 100;

    private const char Between = '|';

    /// <summary>What a park is found by.</summary>
    public static string Of(params IEnumerable<string> parts) => string.Join(Between, parts.Select(Plain));

    /// <summary>LIKE patterns of which all must match: one for each word of the question.</summary>
    public static string[] Patterns(string question) =>
        [.. question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Plain).Where(w => w.Length > 0).Distinct().Select(w => $"%{w}%")];

    /// <summary>Letters and digits only, so nothing in it means anything to LIKE.</summary>
    private static string Plain(string text) => string.Concat(text
        .Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture)
        .EnumerateRunes().Where(Rune.IsLetterOrDigit));
}
