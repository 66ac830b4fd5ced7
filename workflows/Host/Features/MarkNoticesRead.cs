using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>The caller has read notices. It is nobody else's business and no part of the record.</summary>
public static class MarkNoticesRead
{
    /// <param name="Notices">Which; null for all that there are.</param>
    public sealed record Request(IReadOnlyList<Guid>? Notices = null);

    public sealed record Left(long Unread);

    public static void MapMarkNoticesRead(this IEndpointRouteBuilder routes) => routes
        .MapPut("/notices/read", HandleAsync).RequireAuthorization("Insider").WithName(nameof(MarkNoticesRead)).WithSummary("Mark notices as read");

    private static async Task<JsonAnswer<Left>> HandleAsync(Request request, EventDatabase database, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            $"""
             insert into notices_read (person, notice, at) select $1, n.id, $6 from notices n
             where {ReadNotices.Mine} and ($7::uuid[] is null or n.id = any($7)) on conflict do nothing
             """,
            [.. ReadNotices.Who(user), Sql.Of(clock.GetUtcNow()), request.Notices is { } named ? Sql.Of(named) : new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Uuid }]);
        await command.ExecuteNonQueryAsync(cancel);
        return Answer.Of(new Left(await ReadNotices.UnreadAsync(database, user, cancel)));
    }
}
