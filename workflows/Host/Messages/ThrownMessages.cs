using System.Text.Json;
using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>Messages that instances send, published in the transaction of the step that sent them, under (instance, key).</summary>
internal static class ThrownMessages
{
    /// <summary>How long a message of a process waits for who wants it.</summary>
    public static readonly TimeSpan TimeToLive = TimeSpan.FromDays(90);

    public const string Publish =
        "insert into messages (id, name, key, variables, published_at, until) values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing";

    public static void Add(NpgsqlBatch batch, Guid instance, IReadOnlyList<DomainEvent> events, DateTimeOffset now, JsonSerializerOptions json)
    {
        foreach (var thrown in events.OfType<ProcessStepped>().SelectMany(e => e.Steps).OfType<MessageThrown>())
        {
            batch.BatchCommands.Add(Sql.Command(
                Publish, Sql.Of($"{instance}/{thrown.Key}"), Sql.Of(thrown.Message), Sql.Of(thrown.CorrelationKey),
                Sql.Json(JsonSerializer.Serialize(thrown.Variables, json)), Sql.Of(now), Sql.Of(now + TimeToLive)));
        }
    }
}
