using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>委派: another person works on a task and reports; who delegated it decides.</summary>
public static class DelegateTask
{
    public static readonly Refusal ToYourself = new("delegated-to-yourself", "A task is delegated to another person.");
    public static readonly Refusal Twice = new("delegated-already", "The task is delegated already.");
    public static readonly Refusal NotDelegated = new("not-delegated", "The task is not delegated.");

    public sealed record Request(Guid Person, [Required, StringLength(1000, MinimumLength = 2)] string Reason);

    public sealed record Report([Required, StringLength(4000, MinimumLength = 2)] string Text);

    public static Decision Decide(HeldTask task, Request request, ClaimsPrincipal user) => task switch
    {
        { Work: { Owner: { } owner, Assignee: var has } } when owner == user.Id() && has == request.Person => Decision.Nothing,
        { Work.Owner: not null } => Twice,
        _ when !task.Row.IsOf(user) => TaskDesk.NotYours,
        _ when request.Person == user.Id() => ToYourself,
        _ => new TaskDelegated(task.Row.Element, request.Person, request.Reason)
    };

    /// <summary>The delegate reports, or the owner takes the task back.</summary>
    public static Decision Resolve(HeldTask task, Report report, ClaimsPrincipal user) => task switch
    {
        { Work.Owner: null } => NotDelegated,
        { Work.Owner: var owner } when !task.Row.IsOf(user) && owner != user.Id() => TaskDesk.NotYours,
        _ => new TaskResolved(task.Row.Element, report.Text)
    };

    public static void MapDelegateTask(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/tasks/{id:guid}/delegation", DelegateAsync).RequireAuthorization("Insider").WithName(nameof(DelegateTask)).WithSummary("Delegate a task");
        routes.MapPost("/tasks/{id:guid}/resolution", ResolveAsync).RequireAuthorization("Insider").WithName("ResolveTask").WithSummary("Give a delegated task back");
    }

    private static Task<CommandAnswer<Done>> DelegateAsync(Guid id, Request request, IfMatch seen, TaskDesk desk, Envelope by, ClaimsPrincipal user, CancellationToken cancel) =>
        desk.ActAsync(id, seen, by, task => Decide(task, request, user), cancel).ToHttpAsync();

    private static Task<CommandAnswer<Done>> ResolveAsync(Guid id, Report report, IfMatch seen, TaskDesk desk, Envelope by, ClaimsPrincipal user, CancellationToken cancel) =>
        desk.ActAsync(id, seen, by, task => Resolve(task, report, user), cancel).ToHttpAsync();
}
