using Npgsql;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.EventStore;
using PilotRegistry.Messaging;

namespace PilotRegistry.Disclosure;

/// <summary>
/// Keeps the public pages: whenever something about a park arrives, the park is folded again from all its received events.
/// Parks are few and their events fewer; in return the order of arrival never matters.
/// </summary>
public sealed class ParkPages(EventCatalogue catalogue) : ISubscriber
{
    public async Task ApplyAsync(IReadOnlyList<CloudEvent> events, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        var listChanged = false;
        foreach (var park in events.Select(e => e.Subject).Distinct().Order())
        {
            listChanged |= await FoldAsync(park, transaction.Connection!, cancel);
        }

        if (listChanged)
        {
            await FrontList.RefreshAsync(transaction.Connection!, cancel);
        }
    }

    /// <summary>Folds every park again, each in its own short transaction; the service may keep serving.</summary>
    public async Task RebuildAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        var parks = new List<Guid>();
        await using (var command = source.CreateCommand("select subject from received union select id from public_parks order by 1"))
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
            {
                parks.Add(reader.GetGuid(0));
            }
        }

        foreach (var park in parks)
        {
            await using var connection = await source.OpenConnectionAsync(cancel);
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            await FoldAsync(park, connection, cancel);
            await transaction.CommitAsync(cancel);
        }

        await using var last = await source.OpenConnectionAsync(cancel);
        await using var refresh = await last.BeginTransactionAsync(cancel);
        await FrontList.RefreshAsync(last, cancel);
        await refresh.CommitAsync(cancel);
    }

    /// <summary>Says whether the park's line in the list has changed.</summary>
    internal async Task<bool> FoldAsync(Guid park, NpgsqlConnection connection, CancellationToken cancel)
    {
        var (line, history) = await ReadAsync(park, connection, cancel);
        var shown = PublicPark.Of(new ParkHistory(park, history));
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in PublicTables.Replace(park, shown))
        {
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancel);
        return line != shown?.ItemJson();
    }

    /// <summary>
    /// All applied events of the park, under the park's lock: two streams may bring something about it at once, and whoever
    /// folds second must see what the first one brought. In order of time, within a stream in sequence. And the park's line.
    /// </summary>
    private async Task<(string? Line, IReadOnlyList<Happening> History)> ReadAsync(Guid park, NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select pg_advisory_xact_lock(hashtextextended(current_schema || $1::text, 0))") { Parameters = { new() { Value = park } } },
                new("select (select item from public_parks where id = $1)") { Parameters = { new() { Value = park } } },
                new(
                    """
                    select event, log_index from received join received_streams using (source, stream_id)
                    left join log_indexes on event_id = received.id
                    where subject = $1 and sequence <= applied order by time, source, stream_id, sequence
                    """)
                {
                    Parameters = { new() { Value = park } },
                },
            },
        };
        var history = new List<Happening>();
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.NextResultAsync(cancel);
        await reader.ReadAsync(cancel);
        var line = reader.IsDBNull(0) ? null : reader.GetString(0);
        await reader.NextResultAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            if (Happening.Of(CloudEvent.Parse(reader.GetString(0)), catalogue, reader.IsDBNull(1) ? null : reader.GetInt64(1)) is { } happening)
            {
                history.Add(happening);
            }
        }

        return (line, history);
    }
}
