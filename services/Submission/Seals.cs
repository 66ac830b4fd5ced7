using PilotRegistry.Contracts;
using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.Submission.Enterprises;

namespace PilotRegistry.Submission;

/// <summary>
/// What the public log says of reported years: that there is a version; once it is disclosed which one, and its figures as reported and as verified. All
/// numbers are committed to from the start.
/// </summary>
public static class Seals
{
    public static void Of(EventSeals seals) => seals
        .Of<YearOpened>(e => new Facts().With("park_id", e.ParkId).With("year", e.Year))
        .Of<YearSubmitted>(e => new Facts().With("park_id", e.ParkId).With("year", e.Year).With("version", e.Version))
        .Nothing<EnterprisesReported>()
        .Of<YearDisclosed>(e => With(With(
            new Facts().With("park_id", e.ParkId).With("year", e.Year).With("version", e.Version).With("verification_id", e.VerificationId),
            "reported", e.Reported), "verified", e.Verified));

    private static Facts With(Facts facts, string whose, YearFigures? figures) => facts
        .With($"{whose}_emissions_t", figures?.EmissionsT).With($"{whose}_energy_tce", figures?.EnergyTce).With($"{whose}_core_t_per_tce", figures?.CoreTPerTce);
}
