using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>A message on its way to whoever waits for it.</summary>
/// <param name="Id">Unique: published again under the same id it is the same message.</param>
/// <param name="Key">The correlation key, e.g. a park and a year.</param>
/// <param name="Until">It may be delivered until then (its time to live), and is reported when nobody wanted it.</param>
/// <param name="DeliveredTo">Processes that had it: each has it once.</param>
public sealed record BufferedMessage(string Id, string Name, string Key, Variables Variables, DateTimeOffset PublishedAt, DateTimeOffset Until, ImmutableArray<string> DeliveredTo);

/// <summary>An instance that waits.</summary>
public sealed record WaitingInstance(Guid Instance, Subscription Subscription);

/// <summary>A process that a message starts; without a correlation key of its own.</summary>
public sealed record MessageStart(string Process, string Node, string Message);

/// <summary>A message and where it goes: to a waiting instance, or to a new one of a process.</summary>
public sealed record Delivery(string Message, WaitingInstance? To, MessageStart? Starts)
{
    public string Process => To?.Subscription.Process ?? Starts!.Process;
}

/// <summary>Rule 12: messages are kept until they are delivered or expire, never dropped silently. A pure value; the host keeps it in a table.</summary>
public sealed record MessageBuffer(ImmutableArray<BufferedMessage> Messages)
{
    public static readonly MessageBuffer Empty = new([]);

    /// <summary>Takes a message; the same id a second time changes nothing.</summary>
    public MessageBuffer Publish(BufferedMessage message) => Messages.Any(known => known.Id == message.Id) ? this : new(Messages.Add(message));

    /// <summary>
    /// The next delivery: the oldest message first, to the subscription that has waited longest; of each process only one has it. A
    /// message that starts a process starts it once. Null when nothing fits.
    /// </summary>
    public Delivery? Next(IEnumerable<WaitingInstance> waiting, IEnumerable<MessageStart> starts, DateTimeOffset now)
    {
        var (instances, begins) = (waiting.ToList(), starts.ToList());
        foreach (var message in Messages.Where(message => message.Until > now))
        {
            bool Wants(string process, string name) => name == message.Name && !message.DeliveredTo.Contains(process);
            var to = instances.Find(each => Wants(each.Subscription.Process, each.Subscription.Message) && each.Subscription.CorrelationKey == message.Key);
            if (to is not null) return new(message.Id, to, null);
            if (begins.Find(start => Wants(start.Process, start.Message)) is { } begin) return new(message.Id, null, begin);
        }

        return null;
    }

    public MessageBuffer Delivered(Delivery delivery) =>
        new([.. Messages.Select(message => message.Id == delivery.Message ? message with { DeliveredTo = message.DeliveredTo.Add(delivery.Process) } : message)]);

    /// <summary>Those whose time is over: gone from the buffer, and to be reported when nobody had them.</summary>
    public (MessageBuffer Kept, ImmutableArray<BufferedMessage> Unwanted) Expire(DateTimeOffset now) =>
        (new([.. Messages.Where(message => message.Until > now)]), [.. Messages.Where(message => message.Until <= now && message.DeliveredTo.IsEmpty)]);
}
