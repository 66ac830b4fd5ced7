using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>催办: who waits for a task says so. It changes nothing of the task but that everybody sees how often it was urged.</summary>
public static class UrgeTask
{
    public static readonly Refusal NotYourCase = new("not-your-case", "This case is another park's or province's.");
    public static readonly Refusal YourOwn = new("task-is-yours", "The task is yours to do.");

    public sealed record Request([Required, StringLength(1000, MinimumLength = 2)] string Reason);

    public static Decision Decide(HeldTask task, Request request, ClaimsPrincipal user) => task switch
    {
        _ when task.Row.IsOf(user) => YourOwn,
        _ when !IsOnCase(task.Row, user) => NotYourCase,
        _ => new TaskUrged(task.Row.Element, request.Reason)
    };

    public static void MapUrgeTask(this IEndpointRouteBuilder routes) => routes
        .MapPost("/tasks/{id:guid}/urging", Handle).RequireAuthorization("Insider").WithName(nameof(UrgeTask)).WithSummary("Urge whoever has a task");

    /// <summary>Whether urging it makes sense for a person: it waits for others, in a case that is the person's too.</summary>
    internal static bool May(TaskRow row, ClaimsPrincipal user) => !row.Recording && !row.IsOf(user) && IsOnCase(row, user) && (row.Assignee is not null || !row.IsFor(user));

    private static bool IsOnCase(TaskRow row, ClaimsPrincipal user) => user.Role() switch
    {
        Roles.Operator or Roles.National => true,
        Roles.Province => row.Province is null || row.Province == user.Province(),
        Roles.Park => (row.Park is not null && row.Park == user.ParkId()) || (row.Organisation is { } body && user.ActsFor(body)),
        _ => false
    };

    private static Task<CommandAnswer<Done>> Handle(Guid id, Request request, IfMatch seen, TaskDesk desk, Envelope by, ClaimsPrincipal user, CancellationToken cancel) =>
        desk.ActAsync(id, seen, by, task => Decide(task, request, user), cancel).ToHttpAsync();
}
