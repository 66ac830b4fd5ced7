using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>
/// What reviewers write down while they look at a case. It is outside the record and for those who may see the task: the park reads
/// the reasons that are sent, never this. It goes when the task ends.
/// </summary>
public static class KeepNote
{
    public static readonly Refusal NotOpen = new("task-not-open", "The task is not open: it was completed, ended or overtaken by its deadline.");

    /// <param name="Text">Empty to throw the note away.</param>
    public sealed record Request([StringLength(10_000)] string Text);

    public sealed record Note(Guid Person, string Text, DateTimeOffset At);

    public sealed record All(IReadOnlyList<Note> Items);

    public static void MapKeepNote(this IEndpointRouteBuilder routes)
    {
        routes.MapPut("/tasks/{id:guid}/note", Handle).RequireAuthorization("Insider").WithName(nameof(KeepNote)).WithSummary("Keep one's note on a task").Produces<All>();
        routes.MapGet("/tasks/{id:guid}/notes", ListAsync).RequireAuthorization("Insider").WithName("ReadNotes").WithSummary("Notes of those who work on a task").Produces<All>();
    }

    private static async Task<IResult> Handle(Guid id, Request request, TaskTable tasks, EventDatabase database, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        if (await tasks.FindAsync(id, cancel) is not { } row) return await tasks.IsEndedAsync(id, cancel) ? CommandAnswers.From(new Outcome.Refused(NotOpen)) : Results.NotFound();
        if (!ReadTasks.MaySee(row, user)) return Results.NotFound();
        await using var command = request.Text.Length == 0
            ? database.Source.Command("delete from notes where task = $1 and person = $2", Sql.Of(id), Sql.Of(user.Id()))
            : database.Source.Command(
                "insert into notes (task, person, text, at) values ($1, $2, $3, $4) on conflict (task, person) do update set text = excluded.text, at = excluded.at",
                Sql.Of(id), Sql.Of(user.Id()), Sql.Of(request.Text), Sql.Of(clock.GetUtcNow()));
        await command.ExecuteNonQueryAsync(cancel);
        return Answer.Of(await ReadAsync(id, database, cancel));
    }

    private static async Task<IResult> ListAsync(Guid id, TaskTable tasks, EventDatabase database, ClaimsPrincipal user, CancellationToken cancel) =>
        await tasks.FindAsync(id, cancel) is { } row && ReadTasks.MaySee(row, user) ? Answer.Of(await ReadAsync(id, database, cancel)) : Results.NotFound();

    private static async Task<All> ReadAsync(Guid task, EventDatabase database, CancellationToken cancel)
    {
        await using var command = database.Source.Command("select person, text, at from notes where task = $1 order by at", Sql.Of(task));
        var items = new List<Note>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) items.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2)));
        return new(items);
    }
}
