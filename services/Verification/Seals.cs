using PilotRegistry.Contracts;
using PilotRegistry.ServiceDefaults.Sealing;

namespace PilotRegistry.Verification;

/// <summary>What the public log says of verifications: that a body is engaged, a finding raised, a statement signed. Who and what are committed to, and public with the disclosed year.</summary>
public static class Seals
{
    public static void Of(EventSeals seals) => seals
        .Of<BodyAccredited>(e => new Facts().With("body_id", e.BodyId).With("name", e.Name).With("scope", e.Scope).With("valid_until", e.ValidUntil).With("demo", e.Demo))
        .Of<BodyEngaged>(e => new Facts().With("park_id", e.ParkId).With("year", e.Year).With("submission_version", e.SubmissionVersion))
        .Nothing<ReportReceived>()
        .Nothing<TeamNamed>()
        .Of<FindingRaised>(e => new Facts().With("finding_number", e.Number))
        .Of<FindingAnswered>(e => new Facts().With("finding_number", e.Number))
        .Of<FindingReturned>(e => new Facts().With("finding_number", e.Number))
        .Of<FindingClosed>(e => new Facts().With("finding_number", e.Number))
        .Of<StatementSigned>(e => new Facts().With("park_id", e.ParkId).With("year", e.Year).With("submission_version", e.SubmissionVersion));
}
