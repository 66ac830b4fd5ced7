namespace PilotRegistry.Identity;

/// <summary>How long things are good for.</summary>
public static class Lifetimes
{
    /// <summary>RFC 6749, 4.1.2 recommends at most ten minutes; the gateway redeems at once.</summary>
    public static readonly TimeSpan Code = TimeSpan.FromMinutes(1);

    /// <summary>Access and ID tokens. Short, because a token that is out cannot be called back.</summary>
    public static readonly TimeSpan Token = TimeSpan.FromMinutes(5);

    /// <summary>A refresh token that nobody uses for this long is dead.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(4);

    /// <summary>A working day; then everybody signs in again, however active.</summary>
    public static readonly TimeSpan Session = TimeSpan.FromHours(12);

    /// <summary>From publishing a new signing key to its first use, so that every reader has it by then.</summary>
    public static readonly TimeSpan KeyNotice = TimeSpan.FromMinutes(5);

    /// <summary>How long a key stays published after its last signature: the longest session, since ID tokens come back as logout hints.</summary>
    public static readonly TimeSpan KeyFarewell = Session + TimeSpan.FromHours(1);
}
