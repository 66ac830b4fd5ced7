using System.Data;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Anybody reads a park, its timeline, its disclosed years. Each answer lies ready: one query, one write.</summary>
public static class ReadPark
{
    public static void MapReadPark(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/parks/{id:guid}", (Guid id, EventDatabase database, CancellationToken cancel) => PageAsync(database, $"/parks/{id}", cancel))
            .WithName("ReadPublicPark").WithSummary("One park").Public<ParkPage>();
        routes.MapGet("/parks/{id:guid}/timeline", (Guid id, EventDatabase database, CancellationToken cancel) => PageAsync(database, $"/parks/{id}/timeline", cancel))
            .WithName("ReadTimeline").WithSummary("What happened to a park, oldest first").Public<Timeline>();
        routes.MapGet("/parks/{id:guid}/years/{year:int}", (Guid id, int year, EventDatabase database, CancellationToken cancel) => PageAsync(database, $"/parks/{id}/years/{year}", cancel))
            .WithName("ReadYear").WithSummary("A disclosed year: reported, verified, by whom").Public<YearPage>();
    }

    private static void Public<T>(this RouteHandlerBuilder route) => route
        .AllowAnonymous()
        .Produces<T>();

    private static async Task<IResult> PageAsync(EventDatabase database, string path, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("select etag, body from public_pages where path = $1");
        command.Parameters.Add(new() { Value = path });
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancel);
        if (!await reader.ReadAsync(cancel))
        {
            return Results.NotFound();
        }

        var etag = reader.GetString(0);
        return new ReadyAnswer(await reader.GetFieldValueAsync<byte[]>(1, cancel), etag);
    }
}
