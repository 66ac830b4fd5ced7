using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.LogIndexes;

/// <summary>
/// Asks the log, beside everything else, where public events stand. A page never waits for it: until the log has answered, the place is
/// null; then the page is written again and has another tag.
/// </summary>
public sealed class LearnIndexes(IndexTable table, FindIndexes find, TimeProvider clock, ILogger<LearnIndexes> log) : RepeatedWork(clock, log)
{
    /// <summary>Events of one question: its address stays within what servers take.</summary>
    public const int Batch = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The last event asked for; all until it are in the log or passed over.</summary>
    private Guid at;

    /// <summary>One question about the events after this one; those that are not in the log yet are passed over until the next time around.</summary>
    /// <returns>Where to go on; the beginning when the end was reached.</returns>
    public async Task<Guid> RoundAsync(Guid after, CancellationToken cancel)
    {
        var missing = await table.MissingAsync(after, Batch, cancel);
        if (missing.Count == 0)
        {
            return Guid.Empty;
        }

        var places = await find([.. missing.Select(m => m.EventId)], cancel);
        foreach (var park in missing.Where(m => places.ContainsKey(m.EventId)).GroupBy(m => m.ParkId))
        {
            await table.LearnAsync(park.Key, park.ToDictionary(m => m.EventId, m => places[m.EventId]), cancel);
        }

        return missing.Count == Batch ? missing[^1].EventId : Guid.Empty;
    }

    protected override async Task<TimeSpan> WorkAsync(CancellationToken cancel)
    {
        at = await RoundAsync(at, cancel);
        return at == Guid.Empty ? Pause : TimeSpan.Zero;
    }
}
