using System.Text.Json.Serialization;
using PilotRegistry.Methodology;

namespace PilotRegistry.Submission.Certificates;

/// <summary>How a certificate came to the park.</summary>
[JsonConverter(typeof(CodeConverter<CertificateKind>))]
public enum CertificateKind
{
    /// <summary>Bought by itself: carries the line <c>certificate</c>.</summary>
    Certificate,

    /// <summary>Came with green-power trade: carries the line <c>greenTrade</c>.</summary>
    GreenTrade,

    /// <summary>Non-tradable, of power used where it was made; it may not be added to the same power as direct supply.</summary>
    OwnUse,
}

[JsonConverter(typeof(CodeConverter<EnergySource>))]
public enum EnergySource { Wind, Solar, Hydro, Biomass, Geothermal, Ocean }

/// <summary>Certificates that follow each other and share everything but their sequence; 1 MWh each.</summary>
/// <param name="ProductionMonth">The first day of the month the power was made in.</param>
/// <param name="Beneficiary">The park or the enterprise in it for which they were cancelled.</param>
/// <param name="CancelledOn">When they were cancelled (核销), so that nobody else can use them.</param>
public sealed record CertificateRange(
    CertificateNumber First, CertificateNumber Last, CertificateKind Kind, DateOnly ProductionMonth, string Beneficiary, DateOnly CancelledOn,
    EnergySource Source)
{
    /// <summary>How many numbers from first to last, both included; also MWh.</summary>
    public long Count => Last.Sequence - First.Sequence + 1;

    public bool Overlaps(CertificateRange other) => First.Place <= other.Last.Place && other.First.Place <= Last.Place;

    /// <summary>Whether the other continues this one, number after number, and is of the same kind in everything.</summary>
    public bool IsFollowedBy(CertificateRange other) =>
        other.First.Place == Last.Place + 1 && First.Kin == other.First.Kin && this with { First = other.First, Last = other.Last } == other;
}
