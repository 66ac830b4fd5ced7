namespace PilotRegistry.Messaging;

/// <summary>Wakes a loop before its next look; many nudges while it works are one.</summary>
internal sealed class Nudge : IDisposable
{
    private readonly SemaphoreSlim given = new(0, 1);

    public void Give()
    {
        try
        {
            if (given.CurrentCount == 0)
            {
                given.Release();
            }
        }
        catch (SemaphoreFullException)
        {
            // Somebody else gave it at the same moment.
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => given.WaitAsync(atMost, cancel);

    public void Dispose() => given.Dispose();
}
