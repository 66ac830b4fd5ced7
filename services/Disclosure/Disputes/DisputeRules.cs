using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure;

/// <summary>What several commands on a dispute share.</summary>
public static class DisputeRules
{
    public static readonly Refusal IsTriaged = new("dispute-triaged", "It was already said whether this dispute is taken up.");
    public static readonly Refusal NotAwaitingAnswer = new("dispute-not-awaiting-answer", "This dispute does not wait for an answer: it is not taken up yet, or answered or concluded already.");
    public static readonly Refusal NotYours = new("not-your-dispute", "Another organisation was asked to answer this dispute.");
    public static readonly Refusal AwaitsAnswer = new("dispute-awaits-answer", "The answer is not given and its period is not over; a dispute is concluded after that.");
    public static readonly Refusal NotTakenUp = new("dispute-not-taken-up", "This dispute is not taken up; first say whether it is.");
    public static readonly Refusal IsClosed = new("dispute-closed", "This dispute is concluded; nothing more can be added to it.");
}
