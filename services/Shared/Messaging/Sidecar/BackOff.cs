namespace PilotRegistry.Messaging.Sidecar;

/// <summary>How long to wait before an event is offered again.</summary>
internal static class BackOff
{
    /// <summary>While a subscriber does not answer at all: soon, so that it is served soon after it is back.</summary>
    public static readonly TimeSpan Unreachable = TimeSpan.FromSeconds(2);

    /// <summary>An event that was handed out and neither taken nor refused is free again after this long: its courier died.</summary>
    public static readonly TimeSpan Lost = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>After a subscriber refused an event for the n-th time: half a second, doubled each time, at most five minutes.</summary>
    public static TimeSpan After(int refusals) =>
        refusals > 10 ? Longest : First * Math.Pow(2, refusals - 1) is var wait && wait < Longest ? wait : Longest;
}
