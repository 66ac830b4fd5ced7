using PilotRegistry.Acceptance.Features;
using PilotRegistry.Contracts;
using PilotRegistry.Methodology;
using PilotRegistry.Testing;

namespace PilotRegistry.Acceptance;

/// <summary>The park that asks for acceptance, what other services say about it, and what can have happened.</summary>
internal static class Fixtures
{
    public const int Year = 2025;

    public static readonly Guid Park = Persona.Named(101);
    public static readonly Guid Submission = Persona.Named(102);
    public static readonly Guid Verification = Persona.Named(103);
    public static readonly ManagementBody Body = new(Persona.ParkBody);
    public static readonly ManagementBody OtherBody = new(Persona.OtherParkBody);
    public static readonly CoreIndicator Met = new(0.186m, 0.2m, Verdict.Met);

    public static readonly ParkFacts ParkFacts = new(
        "演示零碳园区", Persona.Jiangsu, "盐城市", ParkScope.Partial, 2025, 2028, 33.2m, 120.47m, "新能源装备与材料型", Persona.ParkBody,
        "东至海堤，南至港区路，西至通榆河，北至纬一路", Boundary: null, 2025, [new(2025, 1.2m), new(2028, 0.2m)], Demo: true);

    public static readonly AcceptanceRequested Requested = new(
        Park, ParkFacts.Name, Persona.Jiangsu, Persona.ParkBody, Year, Verification, Met, Demo: true);

    public static readonly SelfEvaluationConcluded Passed = new(Park, Passed: true, "建设任务完成。");
    public static readonly SelfEvaluationConcluded Failed = new(Park, Passed: false, "余热利用未完成。");
    public static readonly AcceptanceGranted Granted = new(Park, Year, Met, "同意验收。");
    public static readonly AcceptanceRefused Refused = new(Park, "现场核实不符。");

    public static readonly RequestAcceptance.Request Request = new(Park, Year, Verification);

    /// <summary>All that is needed: listed, verified without reservation, disclosed, the core indicator met.</summary>
    public static readonly RequestAcceptance.Facts Facts = Known(Park, Submission, Verification);

    public static RequestAcceptance.Facts Known(Guid park, Guid submission, Guid verification, Guid? managementBody = null) => new(
        new(park, ParkFacts with { ManagementBodyId = managementBody ?? Persona.ParkBody }, "2026-1", new(2026, 4, 1)),
        new(verification, park, Year, submission, SubmissionVersion: 1, Persona.VerificationBody, "演示核查机构", Signed()),
        new(submission, park, new(ParkFacts.Name, Persona.Jiangsu, managementBody ?? Persona.ParkBody, Demo: true), Year, [], DisclosedVersion: 1));

    /// <param name="target">Null where the national text sets none.</param>
    public static SignedStatement Signed(
        Opinion opinion = Opinion.Unmodified, Verdict verdict = Verdict.Met, decimal? value = 0.186m, decimal? target = 0.2m) => new(
        opinion, Assurance.Reasonable, new(2026, 3, 1, 8, 30, 0, TimeSpan.Zero),
        Examples.Result with { Indicators = [new() { Id = "core", Value = value, Unit = "t/tce", Target = target, Verdict = verdict }] });

    public static RequestAcceptance.Facts With(this RequestAcceptance.Facts facts, SignedStatement? statement) =>
        facts with { Verification = facts.Verification! with { Statement = statement } };
}
