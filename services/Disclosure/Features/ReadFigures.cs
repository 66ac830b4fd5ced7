using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>The four figures of the home page, each with the query that lists what it counts.</summary>
public static class ReadFigures
{
    public sealed record Figures(IReadOnlyList<Figure> Items);

    /// <param name="Demo">How many of these were played for demonstration (演示).</param>
    /// <param name="Query">Path and query under this address that list the records behind the figure.</param>
    public sealed record Figure(string Id, long Value, long Demo, string Query);

    public static void MapReadFigures(this IEndpointRouteBuilder routes) => routes
        .MapGet("/figures", HandleAsync)
        .AllowAnonymous()
        .WithName(nameof(ReadFigures))
        .WithSummary("Four figures about all parks");

    private static async Task<JsonAnswer<Figures>> HandleAsync(EventDatabase database, CancellationToken cancel) => Answer.Of(await CountAsync(database, cancel));

    internal static async Task<Figures> CountAsync(EventDatabase database, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(
            """
            select count(*) filter (where listed), count(*) filter (where listed and demo),
                   count(distinct province) filter (where listed),
                   count(distinct province) filter (where listed) - count(distinct province) filter (where listed and not demo),
                   coalesce(sum(disclosed_years), 0), coalesce(sum(disclosed_years) filter (where demo), 0),
                   count(*) filter (where stage = 'accepted'), count(*) filter (where stage = 'accepted' and demo)
            from public_parks
            """);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return new(
        [
            new("listedParks", reader.GetInt64(0), reader.GetInt64(1), "/parks?listed=true"),
            new("provinces", reader.GetInt64(2), reader.GetInt64(3), "/provinces"),
            new("disclosedYears", reader.GetInt64(4), reader.GetInt64(5), "/years"),
            new("acceptedParks", reader.GetInt64(6), reader.GetInt64(7), "/parks?stage=accepted"),
        ]);
    }
}
