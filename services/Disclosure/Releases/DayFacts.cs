using System.Data;
using Npgsql;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.EventStore;
using PilotRegistry.Messaging;

namespace PilotRegistry.Disclosure.Releases;

/// <summary>
/// What was public when a day ended: every park folded from what had happened until then, by the same fold as its pages. So a day that is
/// made up later gives the same rows as it would have given then, but for what arrived late.
/// </summary>
public sealed class DayFacts(EventDatabase database, EventCatalogue catalogue)
{
    /// <summary>The rows of every table, each in the order of its file.</summary>
    /// <param name="until">The first moment that does not belong to it any more.</param>
    internal async Task<IReadOnlyDictionary<OpenTable, IReadOnlyList<OpenRow>>> ReadAsync(DateTimeOffset until, CancellationToken cancel)
    {
        var days = new DayTables();
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await using var command = new NpgsqlCommand(
            """
            select subject, event, log_index from received join received_streams using (source, stream_id)
            left join log_indexes on event_id = received.id
            where time < $1 and sequence <= applied order by subject, time, source, stream_id, sequence
            """,
            connection, snapshot)
        {
            Parameters = { new() { Value = until.ToUniversalTime() } },
            CommandTimeout = 0,
        };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var (park, history) = (Guid.Empty, new List<Happening>());
        while (await reader.ReadAsync(cancel))
        {
            if (reader.GetGuid(0) is var subject && subject != park)
            {
                days.Add(park, Shown(park, history));
                park = subject;
                history = [];
            }

            if (Happening.Of(CloudEvent.Parse(reader.GetString(1)), catalogue, reader.IsDBNull(2) ? null : reader.GetInt64(2)) is { } happening)
            {
                history.Add(happening);
            }
        }

        days.Add(park, Shown(park, history));
        return days.InOrder();
    }

    public async Task<bool> IsAnythingPublicAsync(CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("select exists(select from public_events)");
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Whether the log has yet to say where something of the time before stands.</summary>
    public async Task<bool> IsPlaceMissingAsync(DateTimeOffset until, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("select exists(select from public_events where not logged and at < $1)");
        command.Parameters.Add(new() { Value = until.ToUniversalTime() });
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static PublicPark? Shown(Guid park, List<Happening> history) => history.Count == 0 ? null : PublicPark.Of(new ParkHistory(park, history));
}
