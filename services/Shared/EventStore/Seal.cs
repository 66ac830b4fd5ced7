using Npgsql;
using NpgsqlTypes;

namespace PilotRegistry.EventStore;

/// <summary>What goes into the public log for one event. The store keeps it and knows nothing of its format.</summary>
/// <param name="Leaf">The bytes, for ever.</param>
/// <param name="Hash">What the next version of the stream names, in hex.</param>
/// <param name="Disclosures">By name, what opens the commitments in the leaf.</param>
public sealed record Seal(byte[] Leaf, string Hash, IReadOnlyDictionary<string, string> Disclosures);

/// <summary>An event that is about to be sealed.</summary>
/// <param name="StreamType">What its stream is of.</param>
/// <param name="Body">As it is stored.</param>
/// <param name="Previous">The hash of the leaf before it in its stream, in hex; null for the first.</param>
/// <param name="Late">Whether the event is older than the log and is sealed afterwards.</param>
public sealed record Unsealed(string StreamType, Recorded Event, string Body, string? Previous, bool Late = false);

/// <summary>Writes the leaf of an event; pure but for the salts.</summary>
public delegate Seal SealEvent(Unsealed unsealed);

/// <summary>The SQL that keeps seals, in the transaction of their events.</summary>
internal static class SealCommands
{
    /// <summary>The hash of the last leaf of stream $1, for reading beside the stream's events.</summary>
    public const string Tip = "(select encode(hash, 'hex') from leaves where stream_id = $1 order by version desc limit 1)";

    /// <summary>One statement: a second one costs as much as what it writes.</summary>
    private const string Put =
        """
        with sealed as (insert into leaves (stream_id, version, event_id, leaf, hash) select $1, * from unnest($2, $3, $4, $5))
        insert into disclosures (event_id, name, disclosure) select * from unnest($6, $7, $8)
        """;

    /// <summary>Each event sealed upon the one before it.</summary>
    public static IReadOnlyList<(Recorded Event, Seal Seal)> Chain(SealEvent seal, Append append, IReadOnlyList<Recorded> news, NewEvent[] added)
    {
        var chain = new List<(Recorded, Seal)>(news.Count);
        var previous = append.End.Tip;
        foreach (var (happened, body) in news.Zip(added, (n, a) => (n, a.Body)))
        {
            var sealedEvent = seal(new(append.Type, happened, body, previous));
            chain.Add((happened, sealedEvent));
            previous = sealedEvent.Hash;
        }

        return chain;
    }

    public static void Add(NpgsqlBatchCommandCollection batch, Guid stream, IReadOnlyList<(Recorded Event, Seal Seal)> sealedEvents)
    {
        var opened = sealedEvents.SelectMany(s => s.Seal.Disclosures.Select(d => (s.Event.Id, d.Key, d.Value))).ToArray();
        batch.Add(new NpgsqlBatchCommand(Put)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = stream },
                Array(sealedEvents, s => s.Event.Version, NpgsqlDbType.Bigint),
                Array(sealedEvents, s => s.Event.Id, NpgsqlDbType.Uuid),
                Array(sealedEvents, s => s.Seal.Leaf, NpgsqlDbType.Bytea),
                Array(sealedEvents, s => Convert.FromHexString(s.Seal.Hash), NpgsqlDbType.Bytea),
                Array(opened, d => d.Id, NpgsqlDbType.Uuid), Array(opened, d => d.Key, NpgsqlDbType.Varchar), Array(opened, d => d.Value, NpgsqlDbType.Text),
            },
        });
    }

    private static NpgsqlParameter<TPart[]> Array<TItem, TPart>(IReadOnlyList<TItem> items, Func<TItem, TPart> part, NpgsqlDbType type) =>
        new() { TypedValue = [.. items.Select(part)], NpgsqlDbType = type | NpgsqlDbType.Array };
}
