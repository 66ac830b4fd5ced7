using PilotRegistry.Contracts;
using PilotRegistry.ServiceDefaults.Sealing;

namespace PilotRegistry.Verification;

/// <summary>What the public log says of verifications: that a finding was raised and answered, and never what it says.</summary>
public static class Seals
{
    public static void Of(EventSeals seals) => seals
        .Of<BodyAccredited>(e => new Facts().With("body_id", e.BodyId).With("name", e.Name).With("scope", e.Scope).With("valid_until", e.ValidUntil).With("demo", e.Demo))
        .Of<BodyEngaged>(e => new Facts().With("park_id", e.ParkId).With("year", e.Year).With("submission_version", e.SubmissionVersion).With("body_id", e.BodyId).With("body_name", e.BodyName))
        .Nothing<ReportReceived>()
        .Nothing<TeamNamed>()
        .Of<FindingRaised>(e => new Facts().With("finding_number", e.Number).With("kind", e.Kind))
        .Of<FindingAnswered>(e => new Facts().With("finding_number", e.Number))
        .Of<FindingReturned>(e => new Facts().With("finding_number", e.Number))
        .Of<FindingClosed>(e => new Facts().With("finding_number", e.Number))
        .Of<StatementSigned>(e => new Facts().With("park_id", e.ParkId).With("year", e.Year).With("submission_version", e.SubmissionVersion)
            .With("body_id", e.BodyId).With("opinion", e.Opinion).With("assurance", e.Assurance).With("findings", e.Findings));
}
