using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>抄送: who has a task, or an operator, gives it to another person to read. That person may do nothing with it.</summary>
public static class CopyTask
{
    public sealed record Request(Guid Person, [Required, StringLength(1000, MinimumLength = 2)] string Reason);

    /// <param name="At">When it was copied.</param>
    /// <param name="Kind">Null when the task has ended.</param>
    public sealed record Copy(Guid Task, Guid Instance, string Process, string Node, DateTimeOffset At, Guid? Park, string? Kind);

    public sealed record Mine(IReadOnlyList<Copy> Items);

    public static Decision Decide(HeldTask task, Request request, ClaimsPrincipal user) => task switch
    {
        _ when !task.Row.IsOf(user) && user.Role() != Roles.Operator => TaskDesk.NotYours,
        _ when task.Work.Copied.Contains(request.Person) => Decision.Nothing,
        _ => new TaskCopied(task.Row.Element, request.Person, request.Reason)
    };

    public static void MapCopyTask(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/tasks/{id:guid}/copies", Handle).RequireAuthorization("Insider").WithName(nameof(CopyTask)).WithSummary("Give a task to another person to read");
        routes.MapGet("/copies", ListAsync).RequireAuthorization("Insider").WithName("ListCopies").WithSummary("Tasks that I was given to read");
    }

    private static Task<CommandAnswer<Done>> Handle(Guid id, Request request, IfMatch seen, TaskDesk desk, Envelope by, ClaimsPrincipal user, CancellationToken cancel) =>
        desk.ActAsync(id, seen, by, task => Decide(task, request, user), cancel).ToHttpAsync();

    private static async Task<JsonAnswer<Mine>> ListAsync(EventDatabase database, ClaimsPrincipal user, CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            """
            select c.task, c.instance, c.process, c.node, c.at, i.park, t.kind from copies c join instances i on i.id = c.instance left join tasks t on t.id = c.task
            where c.person = $1 order by c.at desc limit 200
            """, Sql.Of(user.Id()));
        var found = new List<Copy>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) found.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4), reader.IsDBNull(5) ? null : reader.GetGuid(5), reader.IsDBNull(6) ? null : reader.GetString(6)));
        return Answer.Of(new Mine(found));
    }
}
