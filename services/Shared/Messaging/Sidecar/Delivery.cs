namespace PilotRegistry.Messaging.Sidecar;

/// <summary>One event on its way to one subscriber.</summary>
internal sealed record Delivery(long Id, string Subscriber, string PubSub, string Topic, string Event, int Attempts);

/// <summary>How an attempt to deliver ended.</summary>
internal abstract record Attempt
{
    private Attempt()
    {
    }

    /// <summary>The subscriber has it, or told us to forget it, or does not want this topic.</summary>
    public sealed record Settled : Attempt;

    /// <summary>The subscriber answered, and did not take it.</summary>
    public sealed record Refused(string Reason) : Attempt;

    /// <summary>Nobody answered: nothing is known about the event.</summary>
    public sealed record Unreachable(string Reason) : Attempt;
}
