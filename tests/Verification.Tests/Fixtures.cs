using PilotRegistry.Contracts;
using PilotRegistry.Methodology;
using PilotRegistry.Testing;
using PilotRegistry.Verification.Features;

namespace PilotRegistry.Verification;

/// <summary>The park, the body and the year that these tests are about.</summary>
internal static class Fixtures
{
    public const int Year = 2025;
    public static readonly DateOnly Today = new(2026, 3, 1);
    public static readonly DateOnly Term = new(2026, 3, 11);

    public static readonly Guid Park = Persona.Named(101);
    public static readonly Guid Submission = Persona.Named(102);
    public static readonly ManagementBody Body = new(Persona.ParkBody);
    public static readonly ManagementBody OtherBody = new(Persona.OtherParkBody);
    public static readonly ReportingPark Reporting = new("演示零碳园区", Persona.Jiangsu, Persona.ParkBody, Demo: true);
    public static readonly RulePacks Packs = RulePackLoader.LoadInstalled();

    public static readonly BodyAccount Lead = new(Persona.Lead.Id, Persona.VerificationBody, IsAccredited: true);
    public static readonly BodyAccount Vera = new(Persona.Verifier.Id, Persona.VerificationBody, IsAccredited: true);
    public static readonly BodyAccount OtherLead = new(Persona.OtherLead.Id, Persona.OtherVerificationBody, IsAccredited: true);
    public static readonly BodyAccount NotInTeam = new(Persona.Named(301), Persona.VerificationBody, IsAccredited: true);
    public static readonly BodyAccount Expired = Lead with { IsAccredited = false };

    public static readonly BodyAccredited Accredited = new(Persona.VerificationBody, "演示核查机构", "演示：园区碳排放核查", new(2030, 12, 31), Demo: true);
    public static readonly BodyEngaged Engaged = new(Park, Year, Submission, 1, Persona.VerificationBody, Accredited.Name);
    public static readonly ReportReceived Received = new(Reporting, Data("1000"), Computed("1000"), []);
    public static readonly TeamNamed Named = new(Persona.Lead.Id, [Persona.Verifier.Id]);
    public static readonly FindingRaised Raised = new(1, FindingKind.Car, "结算单合计与报送不符。", "/electricity/1/mwh", Term);
    public static readonly FindingRaised Observed = new(1, FindingKind.Observation, "计量台账可以更细。", null, Term);
    public static readonly FindingAnswered Answered = new(1, "漏计 12 月，同意更正。");
    public static readonly FindingReturned Returned = new(1, "请附结算单。", Term);
    public static readonly FindingClosed Closed = new(1, "已核对结算单。");
    public static readonly StatementSigned Signed = Statement("1000", findings: 0);

    public static ActivityData Data(string gridMwh) => new()
    {
        Year = Year,
        Electricity =
        [
            new() { Direction = FlowDirection.In, Kind = ElectricityKind.Direct, Mwh = 400_000m },
            new() { Direction = FlowDirection.In, Kind = ElectricityKind.Grid, Mwh = decimal.Parse(gridMwh, null) },
        ],
    };

    public static Result Computed(string gridMwh) => Calculation.Run(Data(gridMwh), Packs).Result!;

    public static StatementSigned Statement(string gridMwh, int findings, Opinion opinion = Opinion.Unmodified) => new(
        Park, Year, Submission, 1, Persona.VerificationBody, Accredited.Name, opinion, Assurance.Reasonable, findings, Data(gridMwh),
        Computed(gridMwh), "按附件4核算，在所有重大方面公允。", Persona.Lead.Id);

    /// <summary>As Submission shows it to the park.</summary>
    public static ReportedYear Reported(int versions = 1, Guid? id = null, Guid? park = null, Guid? managementBody = null) => new(
        id ?? Submission, park ?? Park, Reporting with { ManagementBodyId = managementBody ?? Persona.ParkBody }, Year,
        [.. Enumerable.Range(1, versions).Select(n => new ReportedVersion(n, new(2026, 1, n, 0, 0, 0, TimeSpan.Zero), null, Data("1000"), Computed("1000"), [], null, null))],
        DisclosedVersion: null);
}
