using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using PilotRegistry.EventStore;

namespace PilotRegistry.Messaging.Publishing;

/// <summary>
/// Everything is published once more, from the first event on, with the same ids and numbers: for a subscriber that is new
/// or has lost its database. Those who have the events already ignore the repeats.
/// </summary>
internal static class Republication
{
    public static void MapRepublication(this IEndpointRouteBuilder routes) => routes
        .MapPost("/republication", BeginAsync)
        .RequireAuthorization("Operator")
        .WithName("RepublishEvents")
        .WithSummary("Publish all events once more, for a new subscriber")
        .Produces(StatusCodes.Status202Accepted);

    /// <summary>
    /// Counters and checkpoint go back together, and the lease is taken from whoever works: what it is about to note is
    /// refused, and it begins anew.
    /// </summary>
    private static async Task<IResult> BeginAsync(EventDatabase database, CancellationToken cancel)
    {
        await using var batch = database.Source.CreateBatch();
        batch.BatchCommands.Add(new(
            """
            update mt_event_progression
            set last_transaction_id = '0', last_seq_id = 0, last_updated = now(), lease_token = null, lease_until = null
            where name = $1
            """)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = Forwarder.Checkpoint } },
        });
        batch.BatchCommands.Add(new("update published_streams set sequence = 0"));
        await batch.ExecuteNonQueryAsync(cancel);
        return Results.Accepted();
    }
}
