using System.Security.Claims;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>What a person has to do, and what of its organisation's work nobody has yet.</summary>
public static class ReadTasks
{
    private const int Most = 200;

    /// <param name="Outcomes">What may be decided.</param>
    /// <param name="UsedUp">What may not be decided any more, because the drawing allows it only so often; told of a single task.</param>
    /// <param name="Actions">The commands that this caller may give now; the web shows a button for each.</param>
    public sealed record Shown(TaskRow Task, IReadOnlyList<string> Outcomes, IReadOnlyList<string> Actions, IReadOnlyList<UsedUp> UsedUp);

    public sealed record Desk(IReadOnlyList<Shown> Mine, IReadOnlyList<Shown> Unclaimed);

    public static IReadOnlyList<string> Actions(TaskRow task, ClaimsPrincipal user) => [.. Hands(task, user), .. UrgeTask.May(task, user) ? new[] { "urge" } : []];

    private static IReadOnlyList<string> Hands(TaskRow task, ClaimsPrincipal user) => task switch
    {
        { Recording: true } => [],
        _ when task.IsOf(user) && task.Owner is not null => ["resolve"],
        _ when task.IsOf(user) => [.. task.IsFor(user) ? new[] { "complete" } : [], "release", "reassign", "delegate", "copy"],
        { Owner: var owner } when owner == user.Id() => ["resolve"],
        { Assignee: null } when task.IsFor(user) => ["claim", "complete"],
        _ => user.Role() == Roles.Operator ? ["reassign"] : []
    };

    public static void MapReadTasks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tasks", ListAsync).RequireAuthorization("Insider").WithName("ListTasks").WithSummary("My tasks, and those that nobody has yet");
        routes.MapGet("/tasks/{id:guid}", OneAsync).RequireAuthorization("Insider").WithName("ReadTask").WithSummary("One task").Produces<Shown>();
    }

    private static async Task<JsonAnswer<Desk>> ListAsync(TaskTable tasks, ClaimsPrincipal user, CancellationToken cancel) => Answer.Of(new Desk(
        [.. (await tasks.OfPersonAsync(user.Id(), Most, cancel)).Select(row => Show(row, user))],
        [.. (await tasks.UnclaimedAsync(user, Most, cancel)).Select(row => Show(row, user))]));

    private static async Task<IResult> OneAsync(Guid id, TaskTable tasks, Rounds rounds, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (await tasks.FindAsync(id, cancel) is not { } row || !MaySee(row, user)) return Results.NotFound();
        var (used, shown) = (await rounds.OfAsync(row, cancel), Show(row, user));
        return Answer.One(shown with { Outcomes = [.. shown.Outcomes.Except(used.Select(each => each.Outcome))], UsedUp = used }, row.Version);
    }

    /// <summary>Who works on it, delegated it, may take it or was given it to read; operators and auditors.</summary>
    internal static bool MaySee(TaskRow row, ClaimsPrincipal user) =>
        row.IsOf(user) || row.Owner == user.Id() || row.Readers.Contains(user.Id()) || user.Role() is Roles.Operator or Roles.Auditor || (row.Groups.Count + row.Users.Count > 0 && row.IsFor(user));

    private static Shown Show(TaskRow row, ClaimsPrincipal user) => new(row, [.. Kinds.Find(row.Kind).Outcomes.Keys], Actions(row, user), []);
}
