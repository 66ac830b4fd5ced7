using Npgsql;

namespace PilotRegistry.EventStore;

/// <summary>
/// Commands that may come again. The database keeps, in the transaction of the events, which command they belong to: so a
/// repeat is told what was recorded without being decided again, whatever happened to the first answer.
/// </summary>
public sealed partial class Store
{
    private const string CommandsKey = "commands_pkey";

    /// <summary>Receives the last event of what was recorded, once it is: its caller is told of it.</summary>
    public Action<Guid>? OnRecorded { get; init; }

    /// <summary>An id for something that this command begins: the same one when the command is repeated under its key.</summary>
    /// <param name="what">Tells apart what one command begins.</param>
    public Guid NewId(string what) => key?.NewId(what) ?? Guid.CreateVersion7();

    /// <summary>Forgets which commands were recorded before <paramref name="before"/>; their events stay.</summary>
    public static async Task ForgetCommandsAsync(EventDatabase database, DateTimeOffset before, CancellationToken cancel = default)
    {
        await using var command = database.Source.CreateCommand("delete from commands where at < $1");
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = before });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task WriteAsync(IReadOnlyList<Append> appends, Outcome.Done? done, CancellationToken cancel)
    {
        await using var batch = database.Source.CreateBatch();
        var last = Guid.Empty;
        foreach (var append in appends.Where(a => a.Events.Count > 0).OrderBy(a => a.Stream))
        {
            var (added, _) = AddCommands(batch, append);
            last = last == Guid.Empty || append.Stream == done?.Id ? added : last;
        }

        if (batch.BatchCommands.Count == 0)
        {
            return;
        }

        if (done is not null)
        {
            AddCommand(batch, done);
        }

        try
        {
            await batch.ExecuteNonQueryAsync(cancel);
        }
        catch (PostgresException moved) when (AppendCommands.IsMoved(moved))
        {
            throw new StreamMovedException(moved);
        }

        database.Announce();
        OnRecorded?.Invoke(last);
    }

    private static bool IsRepeated(PostgresException refused) => refused is
    {
        SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: CommandsKey,
    };

    /// <summary>What this command recorded when it came before; null when it did not, or has no key.</summary>
    private async Task<Outcome?> EarlierAsync(CancellationToken cancel, NpgsqlConnection? within = null)
    {
        if (key is null)
        {
            return null;
        }

        await using var command = within?.CreateCommand() ?? database.Source.CreateCommand();
        command.CommandText = "select c.stream_id, c.version, e.id from commands c left join mt_events e on e.stream_id = c.stream_id and e.version = c.version where c.id = $1";
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = key.Id });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel))
        {
            return null;
        }

        if (!reader.IsDBNull(2))
        {
            OnRecorded?.Invoke(reader.GetGuid(2));
        }

        return reader.GetInt64(1) == Settlement.Never ? new Outcome.Refused(Settlement.Withdrawn) : new Outcome.Done(reader.GetGuid(0), reader.GetInt64(1), Changed: true);
    }

    /// <summary><paramref name="done"/> when it is recorded, a refusal when it never can be; null when another was faster.</summary>
    private async Task<Outcome?> TryCommitAsync(IReadOnlyList<Append> appends, Outcome.Done done, CancellationToken cancel)
    {
        try
        {
            await WriteAsync(appends, done, cancel);
            return done;
        }
        catch (PostgresException repeated) when (IsRepeated(repeated))
        {
            return await EarlierAsync(cancel);
        }
        catch (StreamMovedException)
        {
            return await TakenId.IsAmongAsync(database, appends, cancel) ? new Outcome.Refused(TakenId.Refusal) : null;
        }
    }

    /// <summary>For the batch of an append: the command is done when its events are there, and not before.</summary>
    private void AddCommand(NpgsqlBatch batch, Outcome.Done done)
    {
        if (key is null)
        {
            return;
        }

        batch.BatchCommands.Add(new("insert into commands (id, stream_id, version, at) values ($1, $2, $3, $4)")
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = key.Id },
                new NpgsqlParameter<Guid> { TypedValue = done.Id },
                new NpgsqlParameter<long> { TypedValue = done.Version },
                new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() },
            },
        });
    }
}
