using PilotRegistry.Contracts;
using PilotRegistry.Methodology;
using PilotRegistry.Submission.Drafts;
using PilotRegistry.Submission.OverTime;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

/// <summary>The park and year that these tests are about.</summary>
internal static class Fixtures
{
    public const int Year = 2025;
    public static readonly DateOnly LastDayOfTheYear = new(2025, 12, 31);
    public static readonly DateOnly Today = new(2026, 1, 1);

    public static readonly Guid Park = Persona.Named(101);
    public static readonly Guid Id = SubmissionState.IdOf(Park, Year);
    public static readonly Guid Verification = Persona.Named(201);
    public static readonly ManagementBody Body = new(Persona.ParkBody);
    public static readonly ManagementBody OtherBody = new(Persona.OtherParkBody);
    public static readonly ManagementBody BodyOfOtherParkOnly = new(Persona.ParkBody, Persona.Named(102));
    public static readonly ReportingPark Reporting = new("演示零碳园区", Persona.Jiangsu, Persona.ParkBody, Demo: true);
    public static readonly RulePacks Packs = RulePackLoader.LoadInstalled();

    public static readonly YearOpened Opened = new(Park, Year, Reporting, "新能源装备与材料型", [new(2025, 1.2m), new(2028, 0.2m)], new(2025, 12, 26));
    public static readonly YearSubmitted Submitted = Version(1, "1000");
    public static readonly YearDisclosed Disclosed = new(
        Park, Year, 1, Verification, YearFigures.Of(Submitted.Reported), YearFigures.Of(Computed(Data("1000")).Result!));

    public static RegisteredPark Listed(Guid? managementBody) => new(Park, Facts(managementBody), "2025-1", new(2025, 12, 26));

    public static ParkFacts Facts(Guid? managementBody) => new(
        Reporting.Name, Reporting.Province, "盐城市", ParkScope.Partial, 2025, 2028, 33.2m, 120.47m, "新能源装备与材料型", managementBody,
        "东至海堤，南至港区路，西至通榆河，北至纬一路", Boundary: null, 2025, [new(2025, 1.2m), new(2028, 0.2m)], Demo: true);

    /// <summary>A park that uses 400,000 MWh of direct supply and some from the grid.</summary>
    public static ActivityData Data(string gridMwh, int year = Year) => new()
    {
        Year = year,
        Electricity =
        [
            new() { Direction = FlowDirection.In, Kind = ElectricityKind.Direct, Mwh = 400_000m },
            new() { Direction = FlowDirection.In, Kind = ElectricityKind.Grid, Mwh = decimal.Parse(gridMwh, null) },
        ],
    };

    /// <summary>What the park has entered, saved once.</summary>
    public static Draft Drafted(string gridMwh, long version = 1) => new(version, AsDraft(Data(gridMwh)), new(2026, 1, 1, 2, 42, 0, TimeSpan.Zero), Persona.OfPark.Id);

    public static YearDraft AsDraft(ActivityData data) => new() { Year = data.Year, Electricity = data.Electricity };

    public static CalculationOutcome Computed(ActivityData data) => Calculation.Run(data, Packs);

    public static YearSubmitted Version(int version, string gridMwh, string? reason = null) =>
        new(Park, Year, version, Data(gridMwh), Computed(Data(gridMwh)).Result!, reason, [], [], Coverage: null, EnterprisesHash: null);

    /// <summary>What the service makes of a draft of this park.</summary>
    public static ComputedDraft Computed(YearDraft draft) => ComputedDraft.Of(draft, Year, Packs, YearSurroundings.None);

    /// <summary>As Verification shows it to the park.</summary>
    public static VerifiedYear Verified(int version, Guid submissionId, Opinion? opinion = Opinion.Unmodified, Guid? id = null) => new(
        id ?? Verification, Park, Year, submissionId, version, Persona.VerificationBody, "演示核查机构",
        opinion is { } given ? new(given, Assurance.Reasonable, new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), Computed(Data("1000")).Result!) : null);
}
