using Npgsql;
using NpgsqlTypes;

namespace PilotRegistry.EventStore;

/// <summary>
/// How far each consumer of the feed has come. A consumer claims its checkpoint for a short time, works, and moves it; no
/// transaction stays open while it works, because an open one would hold the feed back for everybody.
/// </summary>
public sealed class Checkpoints(EventDatabase database)
{
    private const string LeaseLost = "PR423";

    /// <summary>Claims a checkpoint, or null when another copy of this consumer holds it.</summary>
    public async Task<Lease?> ClaimAsync(string name, TimeSpan length, CancellationToken cancel = default)
    {
        await using var batch = database.Source.CreateBatch();
        batch.BatchCommands.Add(new("insert into mt_event_progression (name) values ($1) on conflict do nothing")
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = name } },
        });
        var token = Guid.NewGuid();
        batch.BatchCommands.Add(new(
            """
            update mt_event_progression set lease_token = $2, lease_until = now() + $3
            where name = (select name from mt_event_progression
                          where name = $1 and coalesce(lease_until, '-infinity') < now() for update skip locked)
            returning last_transaction_id, last_seq_id
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = name },
                new NpgsqlParameter<Guid> { TypedValue = token },
                new NpgsqlParameter<TimeSpan> { TypedValue = length },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? new Lease(name, token, length, new Position(reader.GetFieldValue<ulong>(0), reader.GetInt64(1)))
            : null;
    }

    /// <summary>
    /// Moves the checkpoint together with <paramref name="effects"/> in one transaction: both or neither. False when the
    /// lease was lost to another copy; then nothing was written.
    /// </summary>
    public async Task<bool> AdvanceAsync(
        Lease lease, Position to, IEnumerable<NpgsqlBatchCommand> effects, CancellationToken cancel = default)
    {
        await using var batch = database.Source.CreateBatch();
        batch.BatchCommands.Add(new("select advance_checkpoint($1, $2, $3, $4, $5)")
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = lease.Name, NpgsqlDbType = NpgsqlDbType.Varchar },
                new NpgsqlParameter<Guid> { TypedValue = lease.Token },
                new NpgsqlParameter<ulong> { TypedValue = to.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 },
                new NpgsqlParameter<long> { TypedValue = to.Sequence },
                new NpgsqlParameter<TimeSpan> { TypedValue = lease.Length },
            },
        });
        foreach (var effect in effects)
        {
            batch.BatchCommands.Add(effect);
        }

        try
        {
            await batch.ExecuteNonQueryAsync(cancel);
            return true;
        }
        catch (PostgresException lost) when (lost.SqlState == LeaseLost)
        {
            return false;
        }
    }

    /// <summary>Gives the checkpoint back before its time.</summary>
    public async Task ReleaseAsync(Lease lease, CancellationToken cancel = default)
    {
        await using var command = database.Source.CreateCommand(
            "update mt_event_progression set lease_until = null where name = $1 and lease_token = $2");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = lease.Name });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = lease.Token });
        await command.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>A claimed checkpoint and where it stands.</summary>
public sealed record Lease(string Name, Guid Token, TimeSpan Length, Position Position);
