using Npgsql;
using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure.LogIndexes;

/// <summary>A public event whose place in the log is not known yet.</summary>
public sealed record Unlogged(Guid EventId, Guid ParkId);

/// <summary>What is known of places in the log, and what is not.</summary>
public sealed class IndexTable(EventDatabase database, ParkPages pages)
{
    /// <summary>Events whose place is to be asked for, after one of them.</summary>
    public async Task<IReadOnlyList<Unlogged>> MissingAsync(Guid after, int most, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(
            "select event_id, park_id from public_events where not logged and event_id > $1 order by event_id limit $2");
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = most });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var missing = new List<Unlogged>();
        while (await reader.ReadAsync(cancel))
        {
            missing.Add(new(reader.GetGuid(0), reader.GetGuid(1)));
        }

        return missing;
    }

    /// <summary>Remembers places of events of one park and writes its pages with them, all or nothing.</summary>
    public async Task LearnAsync(Guid park, IReadOnlyDictionary<Guid, long> places, CancellationToken cancel)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var command = new NpgsqlCommand(
            "insert into log_indexes (event_id, log_index) select * from unnest($1, $2) on conflict do nothing", connection, transaction)
        {
            Parameters = { new() { Value = places.Keys.ToArray() }, new() { Value = places.Values.ToArray() } },
        };
        await command.ExecuteNonQueryAsync(cancel);
        await pages.FoldAsync(park, connection, cancel);
        await transaction.CommitAsync(cancel);
    }
}
