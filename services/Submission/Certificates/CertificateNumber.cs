using System.Numerics;
using System.Text.RegularExpressions;

namespace PilotRegistry.Submission.Certificates;

/// <summary>
/// The number of a green certificate (绿证编码): 32 characters. The first 17 are the project's code in the national register;
/// 15 digits follow: production date, sequence, class of power, class of trade (as described in secondary sources, mark V2; how
/// many digits date and sequence have is not said there, so nothing depends on it).
/// </summary>
public sealed partial record CertificateNumber
{
    private const int ProjectLength = 17, ClassesLength = 2, DigitsLength = 15;
    private const int Alphabet = 36;

    private CertificateNumber(string text) => Text = text;

    public string Text { get; }

    /// <summary>Project and classes: certificates that share them are told apart by date and sequence alone.</summary>
    public string Kin => Text[..ProjectLength] + Text[^ClassesLength..];

    /// <summary>Date and sequence as one number.</summary>
    public long Sequence => long.Parse(Text.AsSpan(ProjectLength, DigitsLength - ClassesLength), null);

    /// <summary>
    /// The number as an integer, no two alike. The classes come before date and sequence, so that certificates issued one after
    /// the other are neighbours.
    /// </summary>
    public BigInteger Place => (Project * BigInteger.Pow(10, DigitsLength)) + (long.Parse(Text.AsSpan(Text.Length - ClassesLength), null) * Powers) + Sequence;

    private static long Powers { get; } = (long)Math.Pow(10, DigitsLength - ClassesLength);

    private BigInteger Project => Text[..ProjectLength].Aggregate(BigInteger.Zero, (place, c) => (place * Alphabet) + (char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10));

    /// <summary>Null when it is no such number. Blanks and hyphens between groups, full width and lower case are forgiven.</summary>
    public static CertificateNumber? Parse(string? text)
    {
        var plain = new string([.. (text ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c != '-')]).ToUpperInvariant();
        return Form().IsMatch(plain) ? new(plain) : null;
    }

    public override string ToString() => Text;

    [GeneratedRegex("^[0-9A-Z]{17}[0-9]{15}$")]
    private static partial Regex Form();
}
