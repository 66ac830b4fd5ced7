using System.Text;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>
/// The first letters of a Chinese text's pinyin: 溧阳 gives <c>ly</c>. The common characters of GB 2312 stand in the order of their pinyin,
/// so that a character's code tells its letter; the rarer ones that names of places use are named here, as are places that are read otherwise.
/// </summary>
internal static class Initials
{
    private static readonly Encoding Gb2312 = CodePagesEncodingProvider.Instance.GetEncoding("GB2312", EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)!;

    /// <summary>The first code of each letter, in order; what lies beyond the last is in no order.</summary>
    private static readonly (int From, char Letter)[] Letters =
    [
        (0xB0A1, 'a'), (0xB0C5, 'b'), (0xB2C1, 'c'), (0xB4EE, 'd'), (0xB6EA, 'e'), (0xB7A2, 'f'), (0xB8C1, 'g'), (0xB9FE, 'h'),
        (0xBBF7, 'j'), (0xBFA6, 'k'), (0xC0AC, 'l'), (0xC2E8, 'm'), (0xC4C3, 'n'), (0xC5B6, 'o'), (0xC5BE, 'p'), (0xC6DA, 'q'),
        (0xC8BB, 'r'), (0xC8F6, 's'), (0xCBFA, 't'), (0xCDDA, 'w'), (0xCEF4, 'x'), (0xD1B9, 'y'), (0xD4D1, 'z'),
    ];

    private const int Beyond = 0xD7FA;

    private static readonly Dictionary<char, char> Rare = "溧l泸l衢q亳b濮p漯l沭s沣f泾j圳z淄z邛q滁c婺w睢s盱x眙y邳p兖y郓y嵊s崂l闵m浔x鄱p赣g鄂e莆p潍w沂y渑m偃y焉y汶w涞l岱d嵩s荥x郫p筠j儋d鹿l岐q"
        .Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);

    private static readonly (string Place, string Letters)[] ReadOtherwise = [("重庆", "cq"), ("长", "c"), ("厦门", "xm"), ("乐清", "yq"), ("六安", "la"), ("朝阳", "cy")];

    public static string Of(string text)
    {
        var plain = ReadOtherwise.Aggregate(text, (so, other) => so.Replace(other.Place, other.Letters, StringComparison.Ordinal));
        return string.Concat(plain.Select(Letter).Where(letter => letter is not '\0'));
    }

    private static char Letter(char sign) => sign switch
    {
        _ when char.IsAsciiLetterOrDigit(sign) => char.ToLowerInvariant(sign),
        _ when Rare.TryGetValue(sign, out var letter) => letter,
        _ => OfCode(Gb2312.GetBytes([sign])),
    };

    private static char OfCode(byte[] bytes) => bytes is [var high, var low] && (high << 8 | low) is var code && code < Beyond
        ? Letters.LastOrDefault(l => l.From <= code).Letter
        : '\0';
}
