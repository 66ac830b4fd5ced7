using System.ComponentModel.DataAnnotations;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>
/// A dry run: virtual people play a draft on the real interpreter and calendar. The caller sends every act anew, so nothing is stored
/// and one act back is one act less.
/// </summary>
public static class TryDraft
{
    public static readonly Refusal Unreadable = new("draft-unreadable", "The drawing cannot be run yet: check it first.");

    /// <param name="Variables">What the nation gives to the slot.</param>
    /// <param name="Begin">When it begins; null for now.</param>
    public sealed record Request([Required] string Xml, [MaxLength(DryRun.MostActs)] IReadOnlyList<Act> Acts, Variables? Variables = null, DateTimeOffset? Begin = null);

    /// <param name="Did"><c>done</c>, <c>message</c> or <c>timer</c>.</param>
    public sealed record Act([Required, RegularExpression("^(done|message|timer)$")] string Did, int Element, Variables? Results = null);

    /// <param name="Kind"><c>task</c>, <c>job</c>, <c>message</c> or <c>timer</c>.</param>
    /// <param name="Element">What an act names; 0 for a timer.</param>
    /// <param name="Of">The kind of the task, the type of the job, the name of the message.</param>
    /// <param name="Outcomes">What a person may decide there.</param>
    public sealed record Open(string Kind, int Element, string Node, string? Of, IReadOnlyList<string> Roles, IReadOnlyList<string> Outcomes, DateTimeOffset? Due);

    /// <param name="Refused">How many acts were done before one could not be; null when all were.</param>
    public sealed record Ran(
        InstanceStatus Status, DateTimeOffset Now, IReadOnlyList<Open> Open, IReadOnlyList<PathStep> Path, IReadOnlyList<string> Reached, IReadOnlyList<Incident> Incidents, Variables Result,
        StepRefusal? Refusal, int? Refused);

    public static void MapTryDraft(this IEndpointRouteBuilder routes) => routes
        .MapPost("/drafts/dry-run", Handle).RequireAuthorization("Designer").WithName(nameof(TryDraft)).WithSummary("Play a drawing with virtual people").Produces<Ran>();

    private static IResult Handle(Request request, Calendars calendars, TimeProvider clock)
    {
        if (BpmnReader.Read(request.Xml) is not { Succeeded: true, File.Processes: [var model] }) return CommandAnswers.From(new Outcome.Refused(Unreadable));
        var acts = request.Acts.Select(act => new VirtualAct(act.Did, act.Element, act.Results ?? Variables.None)).ToList();
        var run = DryRun.Play(Release.Of(model), model.Id, request.Variables ?? Variables.None, acts, request.Begin ?? clock.GetUtcNow(), calendars.Current);
        return Results.Json(
            new Ran(run.State.Status, run.Now, [.. OpenIn(run.State)], run.Path, [.. run.Reached], [.. run.State.Incidents.Values], run.State.Result, run.Refusal, run.Refused), RegistryJson.Http);
    }

    private static IEnumerable<Open> OpenIn(ProcessState state) =>
    [
        .. state.Tasks.Values.Select(task => new Open("task", task.Element, task.Node, task.Form, task.Groups, [.. Kinds.Find(task.Form ?? task.Node).Outcomes.Keys], task.Due?.At)),
        .. state.Jobs.Values.Select(job => new Open("job", job.Element, job.Node, job.Type, [], [], null)),
        .. state.Subscriptions.Values.Select(wait => new Open("message", wait.Key, wait.Node, wait.Message, [], [], null)),
        .. state.Timers.Values.Where(timer => timer.Due.At is not null).OrderBy(timer => timer.Due.At).Take(1).Select(timer => new Open("timer", 0, timer.Node, null, [], [], timer.Due.At)),
    ];
}
