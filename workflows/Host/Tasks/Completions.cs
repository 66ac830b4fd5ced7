using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>Ends what a requested completion began: recorded and the process goes on, or refused and the task is open as before. Each is safe to say twice.</summary>
public sealed class Completions(Instances instances)
{
    /// <summary>Nothing was recorded, and the owning service will not record it any more.</summary>
    public const string NotRecorded = "not-recorded";

    /// <summary>The owning service has it: in one commit it is noted and the process goes on.</summary>
    public Task<Turned> RecordAsync(Guid instance, int element, Guid command, long? version, Envelope by, CancellationToken cancel = default) =>
        instances.DecideAsync(instance, by, turn => Of(turn, element, command) is { } completion
            ? turn.Step(new Command.CompleteTask(element, Results(completion.Outcome, completion.Results)), new CompletionRecorded(element, command, version))
            : Decision.Nothing, cancel: cancel);

    public Task<Turned> RefuseAsync(Guid instance, int element, Guid command, string code, Envelope by, CancellationToken cancel = default) =>
        instances.DecideAsync(
            instance, by, turn => Of(turn, element, command) is null ? Decision.Nothing : new CompletionRefused(element, command, code), cancel: cancel);

    /// <summary>
    /// The owning service published the decision: the task ends with it, whether it was given there directly or is just being recorded from
    /// here. Another decision that is being recorded is settled first.
    /// </summary>
    /// <param name="also">Notes that the message was heard.</param>
    public Task<Turned> HearAsync(Guid instance, int element, Message message, Kind kind, Envelope by, Action<NpgsqlBatch> also, CancellationToken cancel)
    {
        var heard = kind.Heard.First(each => each.Message == message.Name);
        var (outcome, given) = (heard.Outcome(message.Variables), Variables.Of(heard.Gives.Where(message.Variables.Has).Select(name => (name, message.Variables.Find(name)!))));
        return instances.DecideAsync(
            instance, by, turn => turn.State.Work.GetValueOrDefault(element) switch
            {
                null => Decision.Nothing,
                _ when outcome is null => Decision.Nothing,
                { Completion: { } asked } when asked.Outcome == outcome =>
                    turn.Step(new Command.CompleteTask(element, Results(outcome, asked.Results.With(given))), new CompletionRecorded(element, asked.Command, Version: null)),
                { Completion: not null } => Decision.Nothing,
                _ => turn.Step(new Command.CompleteTask(element, Results(outcome, given)), new DecisionHeard(element, kind.Name, message.Id, outcome))
            },
            also, wait: false, cancel);
    }

    /// <summary>What the process learns of a decision; its reasons stay in the record.</summary>
    public static Variables Results(string outcome, Variables given) => given.With("outcome", FeelValue.Of(outcome));

    /// <summary>The completion, as long as it is this command's; null when it was settled already or the task is gone.</summary>
    private static Completion? Of(Turn turn, int element, Guid command) =>
        turn.State.Work.GetValueOrDefault(element)?.Completion is { } completion && completion.Command == command ? completion : null;
}
