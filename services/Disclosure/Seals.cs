using PilotRegistry.ServiceDefaults.Sealing;

namespace PilotRegistry.Disclosure;

/// <summary>What the public log says of disputes: which figure, under which number; who disputes it is nobody's business.</summary>
public static class Seals
{
    public static void Of(EventSeals seals) => seals
        .Of<DisputeRaised>(e => new Facts().With("park_id", e.ParkId).With("number", e.Number).With("year", e.Year).With("figure", e.Figure));
}
