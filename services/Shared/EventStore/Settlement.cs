using Npgsql;

namespace PilotRegistry.EventStore;

/// <summary>
/// What became of a command whose answer its sender never heard. When nothing was recorded, its id is taken, so that it cannot be
/// recorded later either: the answer stays true.
/// </summary>
public static class Settlement
{
    public static readonly Refusal Withdrawn = new("command-withdrawn", "This command was given up by who sent it; nothing was recorded.");

    /// <summary>The version under which a command is kept that was not recorded and never will be.</summary>
    internal const long Never = 0;

    /// <summary>The version that the command brought its stream to; null when it recorded nothing and never will.</summary>
    /// <param name="command">The id of its <see cref="CommandKey"/>. One that is being recorded just now is waited for.</param>
    public static async Task<long?> SettleAsync(EventDatabase database, Guid command, DateTimeOffset now, CancellationToken cancel = default)
    {
        await using var take = database.Source.CreateCommand(
            "insert into commands (id, stream_id, version, at) select $1, $2, $3, $4 where not exists (select from mt_events where causation_id = $1::text) on conflict do nothing");
        take.Parameters.AddRange(new NpgsqlParameter[]
        {
            new NpgsqlParameter<Guid> { TypedValue = command }, new NpgsqlParameter<Guid> { TypedValue = Guid.Empty },
            new NpgsqlParameter<long> { TypedValue = Never }, new NpgsqlParameter<DateTimeOffset> { TypedValue = now },
        });
        await take.ExecuteNonQueryAsync(cancel);

        // The row is forgotten after a day; the events that the command caused are not.
        await using var look = database.Source.CreateCommand(
            "select coalesce((select version from commands where id = $1), (select max(version) from mt_events where causation_id = $1::text))");
        look.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = command });
        return await look.ExecuteScalarAsync(cancel) is long version and not Never ? version : null;
    }
}
