using System.Security.Claims;
using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>What the processes told people.</summary>
public static class ReadNotices
{
    private const int Most = 200;

    /// <summary>Which notices are the caller's: its own, and those of its role within its province and, for parks and verifiers, its organisation.</summary>
    internal static readonly string Mine =
        $"""
        (n.person = $1 or (n.role = $2 and ($3::varchar is null or n.province is null or n.province = $3)
            and (n.role not in ({string.Join(", ", NoticeReaders.OfOneOrganisation.Select(role => $"'{role}'"))}) or n.organisation = $4) and ($5::uuid is null or n.park = $5)))
        """;

    private const string Unread = "not exists (select from notices_read r where r.notice = n.id and r.person = $1)";

    /// <param name="Template">What is told; the words are the reader's language's.</param>
    /// <param name="BusinessKey">The case: a park, or a park and a year.</param>
    /// <param name="Name">The park's.</param>
    /// <param name="Task">The caller's task that it is about; null where it is another's or none.</param>
    /// <param name="Kind">The kind of that task.</param>
    /// <param name="Due">The end of its last day.</param>
    /// <param name="Mail">What became of the mail: <c>waiting</c>, <c>sent</c>, <c>ended</c>; null where none was to be written.</param>
    /// <param name="Trouble">Why it waits or ended.</param>
    public sealed record Notice(
        Guid Id, string Template, string? BusinessKey, Guid? Park, string? Name, Guid Instance, Guid? Task, string? Kind, DateTimeOffset? Due, DateTimeOffset At, bool Read, string? Mail, string? Trouble);

    /// <param name="Unread">Of all, not of these items only.</param>
    public sealed record Notices(IReadOnlyList<Notice> Items, long Unread);

    public static void MapReadNotices(this IEndpointRouteBuilder routes) => routes
        .MapGet("/notices", HandleAsync).RequireAuthorization("Insider").WithName("ListNotices").WithSummary("What the processes told me, newest first");

    internal static NpgsqlParameter[] Who(ClaimsPrincipal user) =>
        [Sql.Of(user.Id()), Sql.Of(user.Role()), Sql.Optional(user.Province()), Sql.Optional(user.Organisation()), Sql.Optional(user.ParkId())];

    internal static async Task<long> UnreadAsync(EventDatabase database, ClaimsPrincipal user, CancellationToken cancel)
    {
        await using var command = database.Source.Command($"select count(*) from notices n where {Mine} and {Unread}", Who(user));
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task<JsonAnswer<Notices>> HandleAsync(EventDatabase database, ClaimsPrincipal user, bool? unread, CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            $"""
             select n.id, n.template, n.business_key, n.park, {NoticeRows.Name}, n.instance, n.task, n.kind, n.due, n.at, not {Unread},
                 case when l.id is null then null when l.sent_at is not null then 'sent' when l.ended_at is not null then 'ended' else 'waiting' end, l.trouble
             from notices n left join lateral (
                 select l.id, l.sent_at, l.ended_at, l.trouble from letter_notices ln join letters l on l.id = ln.letter where ln.notice = n.id and l.person = $1 limit 1) l on true
             where {Mine} {(unread == true ? $"and {Unread}" : "")} order by n.at desc, n.id limit {Most}
             """,
            Who(user));
        var found = new List<Notice>();
        await using (var row = await command.ExecuteReaderAsync(cancel))
        {
            while (await row.ReadAsync(cancel)) found.Add(NoticeOf(row));
        }

        return Answer.Of(new Notices(found, await UnreadAsync(database, user, cancel)));
    }

    private static Notice NoticeOf(NpgsqlDataReader row)
    {
        return new(
            row.GetGuid(0), row.GetString(1), Text(2), Id(3), Text(4), row.GetGuid(5), Id(6), Text(7), row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8),
            row.GetFieldValue<DateTimeOffset>(9), row.GetBoolean(10), Text(11), Text(12));

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        Guid? Id(int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
    }
}
