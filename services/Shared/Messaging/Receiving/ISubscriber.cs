using Npgsql;

namespace PilotRegistry.Messaging;

/// <summary>What a service makes of others' events.</summary>
public interface ISubscriber
{
    /// <summary>
    /// Takes in events of one stream, in sequence and without gap, in the transaction that stores them: both or neither;
    /// <c>received</c> already counts them as applied.
    /// Events of other streams may be taken in at the same moment by another copy.
    /// </summary>
    Task ApplyAsync(IReadOnlyList<CloudEvent> events, NpgsqlTransaction transaction, CancellationToken cancel);
}
