using PilotRegistry.EventStore;

namespace PilotRegistry.Verification;

/// <summary>What is known about a body and a park before the body sees anything of the year.</summary>
public sealed record Relation(Guid BodyId, Guid ManagementBodyId);

/// <summary>
/// Whether a body is independent of a park (§6 of the domain): computed from the data, before access is given. Advisory
/// work, years in a row and shared owners become further lines here.
/// </summary>
public static class Independence
{
    public static readonly Refusal Conflict = new("conflict-of-interest", "This body is not independent of the park; engage another accredited body.");

    /// <summary>The first thing that forbids the engagement, or null.</summary>
    public static Refusal? Check(Relation relation) => relation switch
    {
        _ when relation.BodyId == relation.ManagementBodyId => Conflict,
        _ => null
    };
}
