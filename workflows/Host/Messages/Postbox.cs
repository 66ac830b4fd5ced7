using System.Text.Json;
using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>A message on its way to a process.</summary>
public sealed record Message(string Id, string Name, string Key, Variables Variables);

/// <summary>A message and the instance that waits for it.</summary>
public sealed record Expected(Message Message, string Process, Guid Instance, int Subscription);

/// <summary>A message and the process that it starts.</summary>
public sealed record Starting(Message Message, MessageStart Start);

/// <summary>A message that ends a task: what the task was about was decided in the owning service.</summary>
/// <param name="Process">Whose task it is.</param>
public sealed record Ending(Message Message, string Process, Guid Instance, int Element, string Kind);

/// <summary>The messages that wait, in their table: the oldest first, each once per process, none dropped without a word.</summary>
public sealed class Postbox(EventDatabase database, TimeProvider clock)
{
    private const string Of = "m.id, m.name, m.key, m.variables";

    /// <summary>Takes a message; the same id a second time changes nothing.</summary>
    public async Task PublishAsync(Message message, DateTimeOffset at, NpgsqlTransaction? within = null, CancellationToken cancel = default)
    {
        await using var command = within is null ? database.Source.CreateCommand() : new NpgsqlCommand(null, within.Connection, within);
        command.CommandText = ThrownMessages.Publish;
        command.Parameters.AddRange(new[]
        {
            Sql.Of(message.Id), Sql.Of(message.Name), Sql.Of(message.Key), Sql.Json(JsonSerializer.Serialize(message.Variables, database.Catalogue.Json)), Sql.Of(at),
            Sql.Of(at + ThrownMessages.TimeToLive),
        });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>What can be delivered to who waits: the oldest message, to the subscription that has waited longest.</summary>
    public async Task<IReadOnlyList<Expected>> ExpectedAsync(int most, CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            $"""
             select {Of}, s.process, s.instance, s.key from subscriptions s join messages m on m.name = s.message and m.key = s.correlation_key
             where m.until > $1 and s.try_at <= $1 and not exists (select from deliveries_made d where d.message = m.id and d.process = s.process)
             order by m.place, s.since limit $2
             """,
            Sql.Of(clock.GetUtcNow()), Sql.Of(most));
        return await ReadAsync(command, row => new Expected(MessageOf(row), row.GetString(4), row.GetGuid(5), row.GetInt32(6)), cancel);
    }

    /// <summary>What ends an open task of its case. What was published before the task was opened is about an earlier one.</summary>
    public async Task<IReadOnlyList<Ending>> EndingAsync(int most, CancellationToken cancel)
    {
        var heard = Kinds.All.SelectMany(kind => kind.Heard.Select(hearing => (Kind: kind.Name, hearing.Message))).ToList();
        await using var command = database.Source.Command(
            $"""
             select {Of}, t.process, t.instance, t.element, t.kind from unnest($1, $2) as h (kind, message)
             join tasks t on t.kind = h.kind join messages m on m.name = h.message and m.key = t.business_key
             where m.until > $3 and m.try_at <= $3 and m.published_at >= t.opened
                 and not exists (select from deliveries_made d where d.message = m.id and d.process = t.process)
             order by m.place limit $4
             """,
            Sql.Of(heard.Select(each => each.Kind)), Sql.Of(heard.Select(each => each.Message)), Sql.Of(clock.GetUtcNow()), Sql.Of(most));
        return await ReadAsync(command, row => new Ending(MessageOf(row), row.GetString(4), row.GetGuid(5), row.GetInt32(6), row.GetString(7)), cancel);
    }

    /// <summary>
    /// What starts a process. Not among them is what an instance of it waits for, nor what came while one of the same key ran: a corrected
    /// application is submitted again and belongs to the case that asked for it.
    /// </summary>
    public async Task<IReadOnlyList<Starting>> StartingAsync(IReadOnlyList<MessageStart> starts, int most, CancellationToken cancel)
    {
        if (starts.Count == 0) return [];
        await using var command = database.Source.Command(
            $"""
             select {Of}, t.process, t.node from unnest($1, $2, $3) as t (process, node, message) join messages m on m.name = t.message
             where m.until > $4 and m.try_at <= $4 and not exists (select from deliveries_made d where d.message = m.id and d.process = t.process)
                 and not exists (select from subscriptions s where s.process = t.process and s.message = m.name and s.correlation_key = m.key)
                 and not exists (
                    select from instances i where i.business_key = m.key and i.process = t.process and m.came_at >= i.started and (i.ended is null or m.came_at <= i.ended))
             order by m.place limit $5
             """,
            Sql.Of(starts.Select(start => start.Process)), Sql.Of(starts.Select(start => start.Node)), Sql.Of(starts.Select(start => start.Message)), Sql.Of(clock.GetUtcNow()), Sql.Of(most));
        return await ReadAsync(command, row => new Starting(MessageOf(row), new(row.GetString(4), row.GetString(5), row.GetString(1))), cancel);
    }

    /// <summary>For the batch of a delivery: the process has had it. A second delivery to the same process breaks the transaction.</summary>
    public Action<NpgsqlBatch> Delivered(string message, string process, Guid instance) => batch => batch.BatchCommands.Add(Sql.Command(
        "insert into deliveries_made (message, process, instance, at) values ($1, $2, $3, $4)", Sql.Of(message), Sql.Of(process), Sql.Of(instance), Sql.Of(clock.GetUtcNow())));

    /// <summary>An instance cannot take it now; it is asked again in a second.</summary>
    public async Task PostponeAsync(Expected expected, CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            """
            update subscriptions set try_at = $3 where (instance, key) in (
                select instance, key from subscriptions where instance = $1 and key = $2 for update skip locked)
            """,
            Sql.Of(expected.Instance), Sql.Of(expected.Subscription), Sql.Of(clock.GetUtcNow().AddSeconds(1)));
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>A process cannot be started by it, or a task ended, as things are; it is tried again.</summary>
    public async Task PostponeAsync(Message message, TimeSpan wait, CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            "update messages set try_at = $2 where id = $1", Sql.Of(message.Id), Sql.Of(clock.GetUtcNow() + wait));
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Messages whose time is over and that nobody had, each told once.</summary>
    public async Task<IReadOnlyList<Message>> UnwantedAsync(CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            $"""
             update messages m set reported = true where not reported and until <= $1 and not exists (select from deliveries_made d where d.message = m.id)
             returning {Of}
             """,
            Sql.Of(clock.GetUtcNow()));
        return await ReadAsync(command, MessageOf, cancel);
    }

    private Message MessageOf(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), JsonSerializer.Deserialize<Variables>(row.GetFieldValue<byte[]>(3), database.Catalogue.Json)!);

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        var found = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) found.Add(read(reader));
        return found;
    }
}
