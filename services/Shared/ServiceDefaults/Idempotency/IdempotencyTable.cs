using System.Data;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace PilotRegistry.ServiceDefaults;

/// <summary>What the table says to somebody who comes with a key.</summary>
internal abstract record KeyState
{
    private KeyState()
    {
    }

    /// <summary>Execute it; nobody else does meanwhile.</summary>
    /// <param name="Since">When it came for the first time.</param>
    public sealed record Taken(Guid Attempt, DateTimeOffset Since) : KeyState;

    public sealed record Answered(KeptAnswer Answer) : KeyState;

    public sealed record OtherRequest : KeyState;

    public sealed record Running(TimeSpan Left) : KeyState;
}

/// <summary>Keys, requests and answers (001-idempotency.sql).</summary>
internal sealed class IdempotencyTable(NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>Longer than the gateway lets a request take. Whoever died while executing blocks a key for so long.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(45);

    private const string Take =
        """
        insert into idempotency_keys as k (id, caller, method, path, request, started, attempt, held_until)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (id) do update set attempt = excluded.attempt, held_until = excluded.held_until
        where k.status is null and k.held_until <= excluded.started and k.request = excluded.request
        returning started
        """;

    public async Task<KeyState> ClaimAsync(AskedCommand asked, CancellationToken cancel)
    {
        while (true)
        {
            if (await TakeAsync(asked, cancel) is { } taken)
            {
                return taken;
            }

            // Null when it was forgotten just now: then it is free.
            if (await LookAsync(asked, cancel) is { } found)
            {
                return found;
            }
        }
    }

    /// <summary>Keeps the answer for whoever repeats the request.</summary>
    public Task AnswerAsync(AskedCommand asked, Guid attempt, KeptAnswer answer) => EndAsync(asked, attempt, answer);

    /// <summary>There is no answer to keep: the next who repeats the request executes it.</summary>
    public Task ReleaseAsync(AskedCommand asked, Guid attempt) => EndAsync(asked, attempt, answer: null);

    public async Task ForgetAsync(DateTimeOffset before, CancellationToken cancel)
    {
        await using var command = source.CreateCommand("delete from idempotency_keys where started < $1");
        command.Parameters.Add(new() { Value = before });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<KeyState.Taken?> TakeAsync(AskedCommand asked, CancellationToken cancel)
    {
        var (now, attempt) = (clock.GetUtcNow(), Guid.NewGuid());
        await using var command = source.CreateCommand(Take);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = asked.Id }, new() { Value = (object?)asked.Caller ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid }, new() { Value = asked.Method },
            new() { Value = asked.Path }, new() { Value = asked.Request }, new() { Value = now }, new() { Value = attempt }, new() { Value = now + Hold },
        });
        return await command.ExecuteScalarAsync(cancel) is DateTime since ? new(attempt, since) : null;
    }

    private async Task<KeyState?> LookAsync(AskedCommand asked, CancellationToken cancel)
    {
        await using var command = source.CreateCommand("select request, held_until, status, headers, body from idempotency_keys where id = $1");
        command.Parameters.Add(new() { Value = asked.Id });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel))
        {
            return null;
        }

        if (!reader.GetFieldValue<byte[]>("request").AsSpan().SequenceEqual(asked.Request))
        {
            return new KeyState.OtherRequest();
        }

        return reader.IsDBNull("status")
            ? new KeyState.Running(reader.GetFieldValue<DateTimeOffset>(1) - clock.GetUtcNow())
            : new KeyState.Answered(new(
                reader.GetInt32("status"), JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString("headers"))!, reader.GetFieldValue<byte[]>("body")));
    }

    /// <summary>Whatever became of the caller: so without a way to cancel it. An attempt that another has taken over ends nothing.</summary>
    private async Task EndAsync(AskedCommand asked, Guid attempt, KeptAnswer? answer)
    {
        await using var command = source.CreateCommand(
            "update idempotency_keys set status = $3, headers = $4, body = $5, held_until = $6 where id = $1 and attempt = $2");
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = asked.Id }, new() { Value = attempt },
            new() { Value = (object?)answer?.Status ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer },
            new() { Value = answer is null ? DBNull.Value : JsonSerializer.Serialize(answer.Headers), NpgsqlDbType = NpgsqlDbType.Jsonb },
            new() { Value = (object?)answer?.Body ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea },
            new() { Value = clock.GetUtcNow() },
        });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
