using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>What the public log says of processes: what ran, which node a decision was taken at and how; never who.</summary>
public static class Seals
{
    public static void Of(EventSeals seals) => seals
        .Of<ProcessStepped>(e => new Facts().With("process", e.Steps.OfType<InstanceStarted>().FirstOrDefault()?.Process).With("steps", e.Steps.Length))
        .Of<TaskClaimed>(e => new Facts().With("element", e.Element))
        .Of<TaskReleased>(e => new Facts().With("element", e.Element))
        .Of<TaskReassigned>(e => new Facts().With("element", e.Element))
        .Of<TaskDelegated>(e => new Facts().With("element", e.Element))
        .Of<TaskResolved>(e => new Facts().With("element", e.Element))
        .Of<CompletionRequested>(e => new Facts().With("element", e.Element).With("kind", e.Kind).With("outcome", e.Outcome).With("command_id", e.Command))
        .Of<CompletionRecorded>(e => new Facts().With("element", e.Element).With("command_id", e.Command).With("version", e.Version))
        .Of<CompletionRefused>(e => new Facts().With("element", e.Element).With("command_id", e.Command).With("code", e.Code))
        .Of<DefinitionPublished>(e => new Facts().With("process", e.Process).With("province", e.Province).With("file_sha256", e.Sha256));
}
