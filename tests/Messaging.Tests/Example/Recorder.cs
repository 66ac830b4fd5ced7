using Npgsql;

namespace PilotRegistry.Messaging.Example;

/// <summary>Whether the example's subscriber is in the mood to take an event.</summary>
public sealed class Mood
{
    public Func<CloudEvent, bool> Refuses { get; set; } = _ => false;
}

/// <summary>Writes down what it is told, in the transaction of its being told.</summary>
public sealed class Recorder(Mood mood) : ISubscriber
{
    public async Task ApplyAsync(IReadOnlyList<CloudEvent> events, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        foreach (var happened in events)
        {
            await using var command = new NpgsqlCommand(
                "insert into seen (source, stream_id, sequence, type) values ($1, $2, $3, $4)", transaction.Connection, transaction)
            {
                Parameters =
                {
                    new() { Value = happened.Source }, new() { Value = happened.StreamId },
                    new() { Value = happened.Sequence }, new() { Value = happened.Type },
                },
            };
            await command.ExecuteNonQueryAsync(cancel);
            if (mood.Refuses(happened))
            {
                throw new InvalidOperationException("Not today.");
            }
        }
    }
}
