using Npgsql;
using PilotRegistry.EventStore;

namespace PilotRegistry.Messaging.Sidecar;

/// <summary>
/// The local sidecar's durable queue. Several copies take from it: what one takes is hidden from the others for a while, and
/// comes back by itself when that copy dies.
/// </summary>
internal sealed class Queue(EventDatabase database, TimeProvider clock)
{
    /// <summary>Raised when something was put in here, so that it need not wait for the next look.</summary>
    public event Action? Added;

    /// <summary>Stores one delivery for each subscriber; the same event twice while it waits is one.</summary>
    public async Task AddAsync(string pubsub, string topic, string eventId, string body, string[] subscribers, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(
            """
            insert into deliveries (subscriber, pubsub, topic, event_id, event, published, due)
            select unnest($1), $2, $3, $4, $5, $6, $6 on conflict do nothing
            """);
        command.Parameters.Add(new() { Value = subscribers });
        command.Parameters.Add(new() { Value = pubsub });
        command.Parameters.Add(new() { Value = topic });
        command.Parameters.Add(new() { Value = eventId });
        command.Parameters.Add(new() { Value = body });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await command.ExecuteNonQueryAsync(cancel);
        Added?.Invoke();
    }

    /// <summary>Takes what is due, oldest first.</summary>
    public async Task<IReadOnlyList<Delivery>> TakeAsync(int most, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(
            """
            with taken as (
                update deliveries set due = $2 where id in (
                    select id from deliveries where not dead and due <= $1 order by due, id limit $3 for update skip locked)
                returning id, subscriber, pubsub, topic, event, attempts)
            select * from taken order by id
            """);
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() + BackOff.Lost });
        command.Parameters.Add(new() { Value = most });
        var taken = new List<Delivery>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            taken.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetInt32(5)));
        }

        return taken;
    }

    public Task SettleAsync(Delivery delivery, CancellationToken cancel) =>
        ExecuteAsync("delete from deliveries where id = $1", cancel, delivery.Id);

    /// <summary>Offers it again later, or lays it aside after <paramref name="mostAttempts"/>.</summary>
    public Task RefuseAsync(Delivery delivery, string reason, int mostAttempts, CancellationToken cancel) => ExecuteAsync(
        "update deliveries set attempts = $2, due = $3, dead = $2 >= $4, error = $5 where id = $1", cancel,
        delivery.Id, delivery.Attempts + 1, clock.GetUtcNow() + BackOff.After(delivery.Attempts + 1), mostAttempts, reason);

    /// <summary>The subscriber is away: that is not the events' fault and counts for none of them.</summary>
    public Task PostponeAsync(IEnumerable<Delivery> deliveries, string reason, CancellationToken cancel) => ExecuteAsync(
        "update deliveries set due = $2, error = $3 where id = any($1)", cancel,
        deliveries.Select(d => d.Id).ToArray(), clock.GetUtcNow() + BackOff.Unreachable, reason);

    /// <summary>The oldest dead letters after <paramref name="after"/>.</summary>
    public async Task<IReadOnlyList<DeadLetter>> DeadAsync(long after, int most, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(
            "select id, subscriber, topic, event_id, published, attempts, error from deliveries where dead and id > $1 order by id limit $2");
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = most });
        var dead = new List<DeadLetter>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            dead.Add(new(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
                reader.GetFieldValue<DateTimeOffset>(4), reader.GetInt32(5), reader.GetString(6)));
        }

        return dead;
    }

    /// <summary>Offers a dead letter again, at once and as if for the first time. False when there is none of this number.</summary>
    public async Task<bool> ReviveAsync(long id, CancellationToken cancel)
    {
        var revived = await ExecuteAsync(
            "update deliveries set dead = false, attempts = 0, due = $2 where id = $1 and dead", cancel, id, clock.GetUtcNow());
        Added?.Invoke();
        return revived == 1;
    }

    private async Task<int> ExecuteAsync(string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = database.Source.CreateCommand(sql);
        command.Parameters.AddRange(values.Select(v => new NpgsqlParameter { Value = v }).ToArray());
        return await command.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>An event that a subscriber refused too often.</summary>
/// <param name="Subscriber">App id of the service that did not take it.</param>
/// <param name="Error">What it said last.</param>
public sealed record DeadLetter(long Id, string Subscriber, string Topic, string EventId, DateTimeOffset Published, int Attempts, string Error);
