using Npgsql;
using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure;

/// <summary>One entry of the talk with whoever came the protected way.</summary>
/// <param name="Asked">A reviewer asks; otherwise they speak.</param>
/// <param name="Words">Null once erased.</param>
public sealed record Spoken(DateTimeOffset At, bool Asked, string? Words);

/// <summary>Questions of reviewers and what was added to a dispute without an account. Never public, and erasable.</summary>
public sealed class DisputeTalk(EventDatabase database, TimeProvider clock)
{
    /// <summary>So many entries from one side are a talk; more are a flood.</summary>
    public const int Most = 50;

    public async Task<IReadOnlyList<Spoken>> ReadAsync(Guid dispute, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("select at, asked, words from dispute_words where dispute_id = $1 order by number");
        command.Parameters.Add(new() { Value = dispute });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var talk = new List<Spoken>();
        while (await reader.ReadAsync(cancel))
        {
            talk.Add(new(reader.GetFieldValue<DateTimeOffset>(0), reader.GetBoolean(1), reader.IsDBNull(2) ? null : reader.GetString(2)));
        }

        return talk;
    }

    /// <summary>False when this side has said all it may. What repeats its last words is the same said once.</summary>
    public async Task<bool> AddAsync(Guid dispute, bool asked, string words, CancellationToken cancel)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended(current_schema || $1::text, 1))", connection) { Parameters = { new() { Value = dispute } } };
        await command.ExecuteNonQueryAsync(cancel);
        command.CommandText =
            $"""
             with said as (select * from dispute_words where dispute_id = $1),
             again as (select from said where number = (select max(number) from said) and asked = $2 and words = $3),
             added as (
                 insert into dispute_words (dispute_id, number, at, asked, words)
                 select $1, (select coalesce(max(number), 0) + 1 from said), $4, $2, $3
                 where not exists (select from again) and (select count(*) from said where asked = $2) < {Most} returning 1)
             select exists (select from again) or exists (select from added)
             """;
        command.Parameters.Add(new() { Value = asked });
        command.Parameters.Add(new() { Value = words });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        var taken = (bool)(await command.ExecuteScalarAsync(cancel))!;
        await transaction.CommitAsync(cancel);
        return taken;
    }
}
