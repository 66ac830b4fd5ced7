using PilotRegistry.EventStore;

namespace PilotRegistry.Workflows.Host;

/// <summary>代理: on these days another person does the tasks of one who is away.</summary>
/// <param name="Absent">Whose tasks.</param>
/// <param name="Substitute">Who does them, as far as its own role allows.</param>
/// <param name="From">The first day, in Beijing.</param>
/// <param name="Until">The last day.</param>
[StoredAs("workflows.substitute-named.v1")]
public sealed record SubstituteNamed(Guid Absent, Guid Substitute, DateOnly From, DateOnly Until, string Reason) : DomainEvent;

/// <summary>The person is back, or somebody else stands in: from now on this one does not.</summary>
[StoredAs("workflows.substitute-recalled.v1")]
public sealed record SubstituteRecalled(string Reason) : DomainEvent;

/// <summary>One person standing in for another.</summary>
/// <param name="Named">Null before.</param>
public sealed record SubstituteState(SubstituteNamed? Named, bool Recalled)
{
    public static readonly StreamType<SubstituteState> Stream = new("substitute", new(Named: null, Recalled: false), Evolve);

    public static SubstituteState Evolve(SubstituteState state, DomainEvent happened) => happened switch
    {
        SubstituteNamed e => new(e, Recalled: false),
        SubstituteRecalled => state with { Recalled = true },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} does not belong in a substitute stream.")
    };
}
