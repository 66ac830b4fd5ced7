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
        foreach (var park in events.Select(e => e.Subject).Distinct().Order())
        {
            await FoldAsync(park, transaction.Connection!, cancel);
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
    }

    private async Task FoldAsync(Guid park, NpgsqlConnection connection, CancellationToken cancel)
    {
        var history = new ParkHistory(park, await ReadAsync(park, connection, cancel));
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in PublicTables.Replace(park, PublicPark.Of(history)))
        {
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>
    /// All applied events of the park, under the park's lock: two streams may bring something about it at once, and whoever
    /// folds second must see what the first one brought. In order of time, within a stream in sequence.
    /// </summary>
    private async Task<IReadOnlyList<Happening>> ReadAsync(Guid park, NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select pg_advisory_xact_lock(hashtextextended(current_schema || $1::text, 0))") { Parameters = { new() { Value = park } } },
                new(
                    """
                    select event from received join received_streams using (source, stream_id)
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
        while (await reader.ReadAsync(cancel))
        {
            if (Happening.Of(CloudEvent.Parse(reader.GetString(0)), catalogue) is { } happening)
            {
                history.Add(happening);
            }
        }

        return history;
    }
}
