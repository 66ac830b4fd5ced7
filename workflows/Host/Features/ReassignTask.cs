using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>
/// 转办: who has a task, or an operator, gives it to another person. Whether that person may decide is asked when it decides, by its
/// own token.
/// </summary>
public static class ReassignTask
{
    public sealed record Request(Guid Person, [Required, StringLength(1000, MinimumLength = 2)] string Reason);

    public static Decision Decide(HeldTask task, Request request, ClaimsPrincipal user) => task switch
    {
        _ when !task.Row.IsOf(user) && user.Role() != Roles.Operator => TaskDesk.NotYours,
        { Work: { Assignee: var has, Owner: null } } when has == request.Person => Decision.Nothing,
        { Work.Owner: not null } when user.Role() != Roles.Operator => ClaimTask.Delegated,
        _ => new TaskReassigned(task.Row.Element, request.Person, request.Reason)
    };

    public static void MapReassignTask(this IEndpointRouteBuilder routes) => routes
        .MapPost("/tasks/{id:guid}/reassignment", Handle)
        .RequireAuthorization("Insider").WithName(nameof(ReassignTask)).WithSummary("Give a task to another person");

    private static Task<CommandAnswer<Done>> Handle(Guid id, Request request, IfMatch seen, TaskDesk desk, Envelope by, ClaimsPrincipal user, CancellationToken cancel) =>
        desk.ActAsync(id, seen, by, task => Decide(task, request, user), cancel).ToHttpAsync();
}
