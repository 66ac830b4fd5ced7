using PilotRegistry.EventStore;

namespace PilotRegistry.Workflows.Host;

/// <summary>How long a step usually takes, in all provinces.</summary>
/// <param name="Finished">Tasks of the step that ended in the last 365 days.</param>
/// <param name="MedianDays">From opening to end: half of them took no longer.</param>
public sealed record WaitingTime(string Process, string Node, long Finished, decimal MedianDays);

/// <summary>What everybody may know of how long steps take. Counted anew every ten minutes at most, whoever asks how often.</summary>
public sealed class WaitingTimes(EventDatabase database, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>The one way to say how long the steps of a group of <c>tasks_ended</c> took.</summary>
    internal const string MedianDays = "round((percentile_cont(0.5) within group (order by extract(epoch from ended - opened)) / 86400)::numeric, 1)";

    private const string Count =
        $"""
        select process, node, count(*), {MedianDays}
        from tasks_ended where ended > $1 group by 1, 2 order by 1, 2
        """;

    private (DateTimeOffset At, IReadOnlyList<WaitingTime> Times) known = (DateTimeOffset.MinValue, []);

    public async Task<IReadOnlyList<WaitingTime>> ReadAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (now - known.At < Fresh) return known.Times;
        var times = new List<WaitingTime>();
        await using var command = database.Source.Command(Count, Sql.Of(now.AddDays(-365)));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) times.Add(new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetDecimal(3)));
        known = (now, times);
        return times;
    }
}
