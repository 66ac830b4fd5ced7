using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>
/// A person decides. It is committed that the decision was asked for; then the owning service is called with the person's own
/// identity; then what it said is committed. Whoever dies in between, both have it or neither (<see cref="SettleCompletions"/>).
/// </summary>
public static class CompleteTask
{
    private static readonly string[] OfBatches = ["provincial-recommendation", "list-publication"];

    public static readonly Refusal UnknownOutcome = new("outcome-unknown", "This task cannot end that way.");
    public static readonly Refusal NoCase = new("case-missing", "The process does not say which case the decision is about.");

    /// <param name="Outcome">One of those that the task lists.</param>
    /// <param name="Seen">The version of the case that was looked at; null for whatever it is.</param>
    /// <param name="Data">What else the kind asks for, e.g. a batch or a score.</param>
    public sealed record Request(
        [Required, StringLength(100)] string Outcome, [Required, StringLength(4000, MinimumLength = 2)] string Reasons, long? Seen = null, Variables? Data = null);

    /// <summary><c>recorded</c>; or <c>recording</c> while nobody knows yet, for ten seconds at most when all services are there.</summary>
    public sealed record Decided(Guid Id, string State, long? Version);

    /// <param name="command">The id under which the owning service keeps it.</param>
    public static Decision Decide(HeldTask task, Request request, ClaimsPrincipal user, Guid command)
    {
        var (row, given) = (task.Row, Given(task, request.Data ?? Variables.None));
        var outcomes = Kinds.Find(row.Kind).Outcomes;
        var isOwned = outcomes.TryGetValue(request.Outcome, out var owned) && owned is not null;
        var asked = new CompletionRequested(row.Element, command, user.Id(), row.Kind, isOwned ? row.Thing : null, request.Outcome, request.Reasons, given, row.Assignee is { } assigned && assigned != user.Id() ? assigned : null);
        return task switch
        {
            { Work.Owner: not null } when row.IsOf(user) => ClaimTask.Delegated,
            { Work.Assignee: not null } when !row.IsOf(user) => TaskDesk.NotYours,
            _ when !row.IsFor(user) => TaskDesk.NotForYou,
            _ when !outcomes.ContainsKey(request.Outcome) => UnknownOutcome,
            _ when Rounds.AreUsedUp(task, request.Outcome) => DecidedByTask.RoundsUsedUp,
            _ when isOwned && row.Thing is null => NoCase,
            _ when isOwned && HasSiblingBeingRecorded(task) => Turn.BeingRecorded,
            _ when isOwned => asked,
            _ => task.Turn.Step(
                new Command.CompleteTask(row.Element, Completions.Results(request.Outcome, given)), asked, new CompletionRecorded(row.Element, command, Version: null))
        };
    }

    /// <summary>A recommendation or a list is for the batch that the case began in, unless the person says otherwise.</summary>
    private static Variables Given(HeldTask task, Variables data) =>
        data.Has("batch") || task.Turn.State.Process.Elements.GetValueOrDefault(1)?.Variables.Find("batch") is not { } batch || !OfBatches.Contains(task.Row.Kind)
            ? data
            : data.With("batch", batch);

    public static void MapCompleteTask(this IEndpointRouteBuilder routes) => routes
        .MapPost("/tasks/{id:guid}/completion", Handle)
        .RequireAuthorization("Insider").WithName(nameof(CompleteTask)).WithSummary("Decide a task").Produces<Decided>().Produces<Decided>(202);

    /// <summary>Items of one multi-instance activity decide one after the other: each may be the one that ends the rest.</summary>
    private static bool HasSiblingBeingRecorded(HeldTask task)
    {
        var elements = task.Turn.State.Process.Elements;
        var own = elements[task.Row.Element];
        return own.Index is not null && task.Turn.State.Recording.Any(other => elements[other].Parent == own.Parent);
    }

    private static async Task<IResult> Handle(
        Guid id, Request request, IfMatch seen, TaskDesk desk, TaskTable tasks, Instances instances, OwnerCalls services, Completions completions, Store store, Envelope by, ClaimsPrincipal user,
        HttpRequest http, CancellationToken cancel)
    {
        var key = $"task-{store.NewId("completion")}";
        var command = IdempotencyKey.IdOf(user, key);
        var (row, outcome) = (await tasks.FindAsync(id, cancel), await desk.ActAsync(id, seen, by, task => Decide(task, request, user, command), cancel));
        if (outcome is not Outcome.Done { Changed: true } || row is null) return CommandAnswers.From(outcome);
        if (Kinds.Find(row.Kind).Outcomes[request.Outcome] is not { } owned) return Results.Json(new Decided(id, "recorded", Version: null));

        // From here on the person may go away: what was begun is ended.
        var asked = (await instances.ReadAsync(row.Instance, CancellationToken.None))?.State.Work.GetValueOrDefault(row.Element)?.Completion;
        var decided = new GivenDecision(row.Thing!.Value, request.Reasons, asked?.Results ?? request.Data ?? Variables.None);
        var answer = await services.DecideAsync(owned, decided, key, request.Seen, http.Headers.Authorization, http.Headers.AcceptLanguage);
        switch (answer)
        {
            case ServiceAnswer.Recorded(var version):
                var turned = await completions.RecordAsync(row.Instance, row.Element, command, version, by, CancellationToken.None);
                return turned.Outcome is Outcome.Done ? Results.Json(new Decided(id, "recorded", version)) : Pending(id);
            case ServiceAnswer.Refused(var code, var message, var errors):
                await completions.RefuseAsync(row.Instance, row.Element, command, code, by, CancellationToken.None);
                return errors.Count > 0 ? Problems.Invalid(errors) : CommandAnswers.From(new Outcome.Refused(new(code, message)));
            default:
                return Pending(id);
        }
    }

    private static IResult Pending(Guid id) => Results.Json(new Decided(id, "recording", Version: null), statusCode: StatusCodes.Status202Accepted);
}
