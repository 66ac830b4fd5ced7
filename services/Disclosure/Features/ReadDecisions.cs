using System.ComponentModel.DataAnnotations;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure.Features;

/// <summary>The latest public decisions of all parks, newest first.</summary>
public static class ReadDecisions
{
    public sealed record Decisions(IReadOnlyList<ParkDecision> Items);

    public static void MapReadDecisions(this IEndpointRouteBuilder routes) => routes
        .MapGet("/decisions", HandleAsync)
        .AllowAnonymous()
        .WithName(nameof(ReadDecisions))
        .WithSummary("The latest decisions")
        .Produces<Decisions>();

    private static async Task<IResult> HandleAsync(EventDatabase database, CancellationToken cancel, [Range(1, 200)] int limit = 20)
    {
        await using var command = database.Source.CreateCommand(
            """
            select coalesce(string_agg(decision, ','), '') from
                (select decision from public_events where decision is not null order by at desc, event_id desc limit $1) latest
            """);
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return new ReadyAnswer([.. """{"items":["""u8, .. reader.GetFieldValue<byte[]>(0), .. "]}"u8]);
    }
}
