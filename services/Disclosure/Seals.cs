using PilotRegistry.Contracts;
using PilotRegistry.ServiceDefaults.Sealing;

namespace PilotRegistry.Disclosure;

/// <summary>
/// What the public log says of disputes: which figure, under which number, and what officials, park and body said; who disputes it is
/// nobody's business.
/// </summary>
public static class Seals
{
    public static void Of(EventSeals seals) => seals
        .Of<DisputeRaised>(e => Of(e.ParkId, e.Number, e.Year, e.Figure).With("version", e.Version).With("due_on", e.DueOn))
        .Of<DisputeTakenUp>(e => Of(e.ParkId, e.Number, e.Year, e.Figure).With("respondent", e.Respondent).With("reasons", e.Reasons).With("due_on", e.DueOn))
        .Of<DisputeDeclined>(e => Of(e.ParkId, e.Number, e.Year, e.Figure).With("reasons", e.Reasons))
        .Of<DisputeAnswered>(e => Of(e.ParkId, e.Number, e.Year, e.Figure).With("respondent", e.Respondent).With("text", e.Text).With("due_on", e.DueOn))
        .Of<DisputeConcluded>(e => Of(e.ParkId, e.Number, e.Year, e.Figure).With("outcome", e.Outcome).With("reasons", e.Reasons));

    private static Facts Of(Guid park, string number, int year, string figure) =>
        new Facts().With("park_id", park).With("number", number).With("year", year).With("figure", figure);
}
