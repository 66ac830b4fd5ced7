using PilotRegistry.EventStore;
using PilotRegistry.Mail;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>Mails that did not go out, for operators: whose and why, without an address.</summary>
public static class ReadLetters
{
    private const int Most = 100;

    /// <param name="Ended">Given up; otherwise it is tried again.</param>
    public sealed record Stuck(Guid Id, Guid Person, DateTimeOffset Due, int Tries, bool Ended, string Trouble);

    /// <param name="State">Where mail goes, or that it is off.</param>
    public sealed record Letters(string State, long Waiting, IReadOnlyList<Stuck> Items);

    public static void MapReadLetters(this IEndpointRouteBuilder routes) => routes
        .MapGet("/letters", HandleAsync).RequireAuthorization("Operator").WithName(nameof(ReadLetters)).WithSummary("Mails that were not taken, newest first");

    private static async Task<JsonAnswer<Letters>> HandleAsync(EventDatabase database, Post post, CancellationToken cancel)
    {
        await using var count = database.Source.Command("select (select count(*) from letters where sent_at is null and ended_at is null) + (select count(*) from notices_to_post)");
        var waiting = (long)(await count.ExecuteScalarAsync(cancel))!;
        await using var command = database.Source.Command(
            """
            select id, person, due_at, tries, ended_at is not null, trouble from letters
            where sent_at is null and trouble is not null and trouble not in ('done-already', 'mail-not-wanted', 'mail-off') order by due_at desc limit $1
            """,
            Sql.Of(Most));
        var found = new List<Stuck>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel)) found.Add(new(row.GetGuid(0), row.GetGuid(1), row.GetFieldValue<DateTimeOffset>(2), row.GetInt32(3), row.GetBoolean(4), row.GetString(5)));
        return Answer.Of(new Letters(post.State, waiting, found));
    }
}
