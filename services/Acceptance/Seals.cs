using PilotRegistry.Contracts;
using PilotRegistry.ServiceDefaults.Sealing;

namespace PilotRegistry.Acceptance;

/// <summary>What the public log says of acceptances: decisions with their reasons, and the verified core indicator that they rest on.</summary>
public static class Seals
{
    public static void Of(EventSeals seals) => seals
        .Of<AcceptanceRequested>(e => new Facts().With("park_id", e.ParkId).With("park_name", e.ParkName).With("province", e.Province).With("year", e.Year).With("demo", e.Demo))
        .Of<SelfEvaluationConcluded>(e => new Facts().With("park_id", e.ParkId).With("passed", e.Passed).With("reasons", e.Reasons))
        .Of<AcceptanceGranted>(e => new Facts().With("park_id", e.ParkId).With("year", e.Year).With("reasons", e.Reasons))
        .Of<AcceptanceRefused>(e => new Facts().With("park_id", e.ParkId).With("reasons", e.Reasons))
        .Of<RestatementNoted>(e => new Facts().With("park_id", e.ParkId).With("year", e.Year).With("version", e.Version));
}
