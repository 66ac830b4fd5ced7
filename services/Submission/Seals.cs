using PilotRegistry.Contracts;
using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.Submission.Enterprises;

namespace PilotRegistry.Submission;

/// <summary>What the public log says of reported years: that there is a version, and once it is disclosed which one; the numbers are committed to from the start.</summary>
public static class Seals
{
    public static void Of(EventSeals seals) => seals
        .Of<YearOpened>(e => new Facts().With("park_id", e.ParkId).With("year", e.Year))
        .Of<YearSubmitted>(e => new Facts().With("park_id", e.ParkId).With("year", e.Year).With("version", e.Version))
        .Nothing<EnterprisesReported>()
        .Of<YearDisclosed>(e => new Facts().With("park_id", e.ParkId).With("year", e.Year).With("version", e.Version).With("verification_id", e.VerificationId));
}
