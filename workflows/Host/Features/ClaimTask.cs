using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>A person takes a task of its group, or gives it back.</summary>
public static class ClaimTask
{
    public static readonly Refusal Taken = new("task-taken", "Another person took this task.");
    public static readonly Refusal Delegated = new("task-delegated", "The task was delegated to you: report to who delegated it.");

    public sealed record Release([Required, StringLength(1000, MinimumLength = 2)] string Reason);

    public static Decision Decide(HeldTask task, ClaimsPrincipal user) => task switch
    {
        _ when task.Row.IsOf(user) => Decision.Nothing,
        _ when !task.Row.IsFor(user) => TaskDesk.NotForYou,
        { Work.Assignee: not null } => Taken,
        _ => new TaskClaimed(task.Row.Element, user.Id())
    };

    public static Decision Give(HeldTask task, Release request, ClaimsPrincipal user) => task switch
    {
        { Work.Assignee: null } => Decision.Nothing,
        _ when !task.Row.IsOf(user) => TaskDesk.NotYours,
        { Work.Owner: not null } => Delegated,
        _ => new TaskReleased(task.Row.Element, request.Reason)
    };

    public static void MapClaimTask(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/tasks/{id:guid}/claim", ClaimAsync).RequireAuthorization("Insider").WithName(nameof(ClaimTask)).WithSummary("Take a task");
        routes.MapPost("/tasks/{id:guid}/release", ReleaseAsync).RequireAuthorization("Insider").WithName("ReleaseTask").WithSummary("Give a task back to its group");
    }

    private static Task<CommandAnswer<Done>> ClaimAsync(Guid id, IfMatch seen, TaskDesk desk, Envelope by, ClaimsPrincipal user, CancellationToken cancel) =>
        desk.ActAsync(id, seen, by, task => Decide(task, user), cancel).ToHttpAsync();

    private static Task<CommandAnswer<Done>> ReleaseAsync(Guid id, Release request, IfMatch seen, TaskDesk desk, Envelope by, ClaimsPrincipal user, CancellationToken cancel) =>
        desk.ActAsync(id, seen, by, task => Give(task, request, user), cancel).ToHttpAsync();
}
