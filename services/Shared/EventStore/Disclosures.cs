using Npgsql;

namespace PilotRegistry.EventStore;

/// <summary>What opens the commitments of a service's leaves, until it is erased.</summary>
public sealed class Disclosures(EventDatabase database)
{
    /// <summary>What opens one field of an event's leaf, and the event's body as the leaf means it; null when there is no such event.</summary>
    public async Task<(string? Disclosure, string Body)?> FindAsync(Guid id, string field, CancellationToken cancel = default)
    {
        await using var command = database.Source.CreateCommand(
            """
            select d.disclosure, e.data::text from mt_events e join leaves l on l.event_id = e.id
            left join disclosures d on d.event_id = e.id and d.name = $2 where e.id = $1
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = field });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? (reader.IsDBNull(0) ? null : reader.GetString(0), reader.GetString(1)) : null;
    }

    /// <summary>Deletes salt and value: from then on nobody can say what the leaf committed to. Safe to repeat.</summary>
    public async Task EraseAsync(Guid id, string field, CancellationToken cancel = default)
    {
        await using var command = database.Source.CreateCommand("delete from disclosures where event_id = $1 and name = $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = field });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
