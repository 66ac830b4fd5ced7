using System.Security.Claims;
using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>What the processes told people, and what they made public so that anybody may object (公示).</summary>
public static class ReadNotices
{
    private const int Most = 100;

    /// <param name="Template">What is told; the words are the reader's language's.</param>
    /// <param name="BusinessKey">The case: a park, or a park and a year.</param>
    public sealed record Notice(Guid Id, string Template, string? BusinessKey, Guid? Park, DateTimeOffset At);

    public sealed record Notices(IReadOnlyList<Notice> Items);

    /// <param name="What">The drawing's word for what is intended.</param>
    public sealed record Publication(Guid Id, string What, Guid? Park, string? Name, string? Province, DateTimeOffset At);

    public sealed record Publicity(IReadOnlyList<Publication> Items);

    public static void MapReadNotices(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/notices", NoticesAsync).RequireAuthorization("Insider").WithName("ListNotices").WithSummary("What the processes told me, newest first");
        routes.MapGet("/publicity", PublicityAsync).AllowAnonymous().WithName("ListPublicity").WithSummary("What is intended and open to objections, newest first");
    }

    private static async Task<JsonAnswer<Notices>> NoticesAsync(EventDatabase database, ClaimsPrincipal user, CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            """
            select id, template, business_key, park, at from notices
            where role = $1 and ($2::varchar is null or province is null or province = $2) and (role <> 'park' or organisation = $3) order by at desc limit $4
            """,
            Sql.Of(user.Role()), Sql.Optional(user.Province()), Sql.Optional(user.Organisation()), Sql.Of(Most));
        return Answer.Of(new Notices(await ReadAsync(command, row => new Notice(row.GetGuid(0), row.GetString(1), Text(row, 2), Id(row, 3), row.GetFieldValue<DateTimeOffset>(4)), cancel)));
    }

    private static async Task<JsonAnswer<Publicity>> PublicityAsync(EventDatabase database, CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            "select id, notice, park, name, province, at from publications order by at desc limit $1", Sql.Of(Most));
        return Answer.Of(new Publicity(await ReadAsync(
            command, row => new Publication(row.GetGuid(0), row.GetString(1), Id(row, 2), Text(row, 3), Text(row, 4), row.GetFieldValue<DateTimeOffset>(5)), cancel)));
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        var found = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) found.Add(read(reader));
        return found;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static Guid? Id(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
}
