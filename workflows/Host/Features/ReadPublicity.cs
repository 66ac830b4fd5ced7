using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>What the processes made public so that anybody may object (公示).</summary>
public static class ReadPublicity
{
    private const int Most = 100;

    /// <param name="What">The drawing's word for what is intended.</param>
    public sealed record Publication(Guid Id, string What, Guid? Park, string? Name, string? Province, DateTimeOffset At);

    public sealed record Publicity(IReadOnlyList<Publication> Items);

    public static void MapReadPublicity(this IEndpointRouteBuilder routes) => routes
        .MapGet("/publicity", HandleAsync).AllowAnonymous().WithName("ListPublicity").WithSummary("What is intended and open to objections, newest first");

    private static async Task<JsonAnswer<Publicity>> HandleAsync(EventDatabase database, CancellationToken cancel)
    {
        await using var command = database.Source.Command("select id, notice, park, name, province, at from publications order by at desc limit $1", Sql.Of(Most));
        var found = new List<Publication>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            found.Add(new(row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetGuid(2), Text(3), Text(4), row.GetFieldValue<DateTimeOffset>(5)));
        }

        return Answer.Of(new Publicity(found));

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }
}
