using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PilotRegistry.Contracts;
using PilotRegistry.Methodology;

namespace PilotRegistry.Submission.Certificates;

/// <summary>The certificates that a year names, beside the electricity that counts on them.</summary>
public sealed record NamedCertificates(IReadOnlyList<CertificateRange> Ranges)
{
    public static readonly NamedCertificates None = new([]);

    /// <summary>
    /// Why they do not fit the data; null when they do. What is reported as covered by certificates is named to the last MWh;
    /// green-power trade may be without numbers, never with more than was traded.
    /// </summary>
    public string? Contradicts(ActivityData data)
    {
        var (bought, traded) = (Count(CertificateKind.Certificate), Count(CertificateKind.GreenTrade));
        var (covered, trade) = (Mwh(data, ElectricityKind.Certificate), Mwh(data, ElectricityKind.GreenTrade));
        return bought != covered ? Say("certificate", covered, bought) : traded > trade ? Say("greenTrade", trade, traded) : null;
    }

    /// <summary>What the record keeps of them; null when there are none.</summary>
    public CertificatesClaimed? Commitment()
    {
        if (Ranges.Count == 0) return null;
        var lines = Ranges.OrderBy(r => r.First.Place).Select(r => string.Create(
            CultureInfo.InvariantCulture, $"{r.First} {r.Last} {r.Kind} {r.ProductionMonth:yyyy-MM} {r.CancelledOn:yyyy-MM-dd} {r.Source}\n"));
        return new(Ranges.Sum(r => r.Count), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines)))));
    }

    /// <summary>What signals over time want to know.</summary>
    /// <param name="year">The accounting year.</param>
    public ClaimedCertificates? Seen(int year) => Ranges.Count == 0 ? null : new(
        Ranges.Where(r => r.Kind is not CertificateKind.OwnUse && r.ProductionMonth.Year != year).Sum(r => r.Count), Count(CertificateKind.OwnUse));

    private long Count(CertificateKind kind) => Ranges.Where(r => r.Kind == kind).Sum(r => r.Count);

    private static decimal Mwh(ActivityData data, ElectricityKind kind) =>
        data.Electricity.Where(l => l.Direction is FlowDirection.In && l.Kind == kind).Sum(l => l.Mwh ?? 0);

    private static string Say(string line, decimal mwh, long named) =>
        $"Line {line}: {NumberText.Format(mwh)} MWh; named: {named.ToString(CultureInfo.InvariantCulture)}.";
}
