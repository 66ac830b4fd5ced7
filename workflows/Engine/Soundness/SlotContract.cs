using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>What a province's file for a slot must keep to, whatever else it draws.</summary>
/// <param name="Process">The id that the national process calls.</param>
/// <param name="Inputs">Variables the caller gives.</param>
/// <param name="Results">Variables that tasks, jobs and messages of the slot may bring.</param>
/// <param name="Outcomes">What the variable <c>outcome</c> may be at an end.</param>
/// <param name="Errors">BPMN errors that may leave the slot; the caller catches them.</param>
/// <param name="JobTypes">Workers the slot may use.</param>
/// <param name="MostWorkingDays">法定时限: how long it may take at worst.</param>
public sealed record SlotContract(
    string Process, ImmutableArray<string> Inputs, ImmutableArray<string> Results, ImmutableArray<string> Outcomes, ImmutableArray<string> Errors,
    ImmutableArray<string> JobTypes, int MostWorkingDays);

/// <summary>A move on the way to a failure, to be shown on the drawing.</summary>
/// <param name="Did">What happened: <c>start</c>, <c>done</c>, <c>timer</c>, <c>message</c> or <c>error</c>.</param>
/// <param name="Node">Where.</param>
/// <param name="Flows">The flows that tokens took, in order.</param>
/// <param name="Nodes">The nodes they reached.</param>
public sealed record PathStep(string Did, string Node, ImmutableArray<string> Flows, ImmutableArray<string> Nodes);

/// <summary>Why a file is not taken into a slot, and a way that leads there, where there is one.</summary>
public sealed record SlotProblem(ModelProblem Problem, ImmutableArray<PathStep> Path);

/// <summary>The result of every check of a slot's file.</summary>
/// <param name="States">How many states of the process were looked at.</param>
/// <param name="WorkingDays">How long it takes at worst; null when that was not reached.</param>
public sealed record SlotOutcome(BpmnFile? File, ImmutableArray<SlotProblem> Problems, int States, int? WorkingDays)
{
    public bool Accepted => Problems.IsEmpty;
}
