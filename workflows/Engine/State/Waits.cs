using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>A user task that is open.</summary>
/// <param name="Groups">Any of them may take it.</param>
public sealed record OpenTask(int Element, string Node, string? Assignee, ImmutableArray<string> Groups, ImmutableArray<string> Users, Deadline? Due, Deadline? FollowUp, string? Form);

/// <summary>Work that a worker may take.</summary>
/// <param name="Retries">How often it may still be tried; at 0 there is an incident.</param>
/// <param name="RetryAt">Not before this.</param>
public sealed record OpenJob(int Element, string Node, string Type, int Retries, ImmutableArray<JobHeader> Headers, DateTimeOffset? RetryAt);

public sealed record JobHeader(string Key, string Value);

/// <summary>A timer that is set.</summary>
/// <param name="Element">The element that it belongs to and ends with.</param>
/// <param name="Node">The event that it triggers: that element's own, a boundary of it, or one behind an event gateway.</param>
/// <param name="Every">Of a cycle, in ISO 8601.</param>
/// <param name="Repeats">How often it still fires; null without end.</param>
public sealed record OpenTimer(int Key, int Element, string Node, Deadline Due, string? Every, int? Repeats);

/// <summary>A message that is waited for.</summary>
/// <param name="Process">Together with the name and the key: one message reaches one instance of each process.</param>
public sealed record Subscription(int Key, int Element, string Process, string Node, string Message, string CorrelationKey);

/// <summary>Something that stops an element until a person acts.</summary>
/// <param name="Code">Never reworded.</param>
/// <param name="Node">The node it is about: the element's, or the join in its scope.</param>
public sealed record Incident(int Key, int Element, string Node, string Code, Wording Message)
{
    internal static Incident Of(string code, string zh, string en) => new(0, 0, "", code, new(zh, en));
}
