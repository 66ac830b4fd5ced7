using System.Text.Json;
using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>Announces: the event and the messages to the processes in one transaction.</summary>
public sealed class Announcements(EventDatabase database, TimeProvider clock)
{
    private static readonly string[] OfPark = ["park", "province", "organisation", "name", "demo"];

    public async Task<Outcome> MakeAsync(Guid id, Envelope by, Func<AnnouncementState, Decision> decide, IEnumerable<Message> messages, CancellationToken cancel)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var store = new Store(database, by, clock);
        var history = await store.ReadAsync(AnnouncementState.Stream, id, cancel);
        var decision = decide(AnnouncementState.Stream.Fold(history.Select(each => each.Event)));
        if (decision.Refusal is { } refusal) return new Outcome.Refused(refusal);
        if (decision.Events.Count == 0) return new Outcome.Done(id, history.Count, Changed: false);
        var now = clock.GetUtcNow();
        await using var batch = new NpgsqlBatch(connection, transaction);
        var end = store.Add(batch, AnnouncementState.Stream, id, StreamEnd.Empty, decision.Events);
        foreach (var message in messages)
        {
            batch.BatchCommands.Add(Sql.Command(
                ThrownMessages.Publish, Sql.Of(message.Id), Sql.Of(message.Name), Sql.Of(message.Key), Sql.Json(JsonSerializer.Serialize(message.Variables, database.Catalogue.Json)),
                Sql.Of(now), Sql.Of(now + ThrownMessages.TimeToLive)));
        }

        await batch.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Outcome.Done(id, end.Version, Changed: true);
    }

    /// <summary>Whom a case of this park is about, by what Registration published last; null for a park that it never named.</summary>
    public async Task<Variables?> FactsOfAsync(Guid park, CancellationToken cancel) =>
        (await FactsAsync("key = $1 and name in ('park-listed', 'application-submitted')", Sql.Of(park.ToString()), cancel)).SingleOrDefault();

    /// <summary>The same of every park on a list.</summary>
    public Task<IReadOnlyList<Variables>> OfListedAsync(CancellationToken cancel) => FactsAsync("name = $1", Sql.Of("park-listed"), cancel);

    private async Task<IReadOnlyList<Variables>> FactsAsync(string which, NpgsqlParameter value, CancellationToken cancel)
    {
        await using var command = database.Source.Command($"select distinct on (key) variables from messages where {which} order by key, place desc", value);
        var found = new List<Variables>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var known = JsonSerializer.Deserialize<Variables>(reader.GetFieldValue<byte[]>(0), database.Catalogue.Json)!;
            found.Add(Variables.Of(OfPark.Where(known.Has).Select(name => (name, known.Find(name)!))));
        }

        return found;
    }
}
