using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// Background work of a host: does what is due, again at once while there is more, and looks again a few times a second. Any number
/// of hosts run it beside each other; who dies leaves nothing behind that another does not take up.
/// </summary>
public abstract class Loop(Instances instances, TimeProvider clock, ILogger log) : RepeatedWork(clock, log)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    // Never disposed: a commit at the moment of stopping may still wake it.
    private readonly SemaphoreSlim moved = new(0, 1);
    private readonly Lock alone = new();

    protected Instances Instances { get; } = instances;

    protected override TimeSpan AfterTrouble => TimeSpan.FromSeconds(2);

    /// <summary>Does what is due. Whether there may be more at once.</summary>
    public abstract Task<bool> RoundAsync(CancellationToken cancel);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Instances.Moved += Wake;
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Instances.Moved -= Wake;
    }

    /// <summary>Who acts: the registry itself, by the name of the work.</summary>
    protected static Envelope By(string command, string? causation = null) => new(null, "service", command, Causation: causation);

    protected override async Task<TimeSpan> WorkAsync(CancellationToken cancel) => await RoundAsync(cancel) ? TimeSpan.Zero : Look;

    protected override Task RestAsync(TimeSpan atMost, CancellationToken cancel) => moved.WaitAsync(atMost, cancel);

    private void Wake()
    {
        lock (alone)
        {
            if (moved.CurrentCount == 0) moved.Release();
        }
    }
}
