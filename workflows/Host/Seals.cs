using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>What the public log says of processes: what ran, which node a decision was taken at and how; never who.</summary>
public static class Seals
{
    public static void Of(EventSeals seals) => seals
        .Of<ProcessStepped>(e => Started(e, new Facts().With("steps", e.Steps.Length)))
        .Of<OperationOrdered>(e => new Facts().With("operation", e.Operation))
        .Of<TaskClaimed>(e => new Facts().With("element", e.Element))
        .Of<TaskReleased>(e => new Facts().With("element", e.Element))
        .Of<TaskReassigned>(e => new Facts().With("element", e.Element))
        .Of<TaskDelegated>(e => new Facts().With("element", e.Element))
        .Of<TaskResolved>(e => new Facts().With("element", e.Element))
        .Of<TaskUrged>(e => new Facts().With("element", e.Element))
        .Of<TaskCopied>(e => new Facts().With("element", e.Element))
        .Of<CompletionRequested>(e => new Facts().With("element", e.Element).With("kind", e.Kind).With("outcome", e.Outcome).With("command_id", e.Command))
        .Of<CompletionRecorded>(e => new Facts().With("element", e.Element).With("command_id", e.Command).With("version", e.Version))
        .Of<DecisionHeard>(e => new Facts().With("element", e.Element).With("kind", e.Kind).With("outcome", e.Outcome).With("event_id", e.Message))
        .Of<CaseAnnounced>(e => new Facts().With("park_id", e.ParkId).With("message", e.Message))
        .Of<CampaignOpened>(e => new Facts().With("year", e.Year).With("remind_on", e.RemindOn.ToString("O", null)).With("due_on", e.DueOn.ToString("O", null)).With("final_on", e.FinalOn.ToString("O", null)))
        .Of<CompletionRefused>(e => new Facts().With("element", e.Element).With("command_id", e.Command).With("code", e.Code))
        .Of<SubstituteNamed>(e => new Facts().With("from", e.From).With("until", e.Until))
        .Nothing<SubstituteRecalled>()
        .Of<DefinitionPublished>(e => new Facts().With("process", e.Process).With("province", e.Province).With("file_sha256", e.Sha256));

    /// <summary>Which process began, and for which park.</summary>
    private static Facts Started(ProcessStepped happened, Facts facts) => happened.Steps.OfType<InstanceStarted>().FirstOrDefault() is { } started
        ? facts.With("process", started.Process).With("park_id", (started.Variables.Find("park") as FeelValue.Text)?.Value)
        : facts;
}
