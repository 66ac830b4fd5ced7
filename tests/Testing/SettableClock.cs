namespace PilotRegistry.Testing;

/// <summary>A clock that stands still until the test moves it, so that nothing has to wait for expiry.</summary>
public sealed class SettableClock : TimeProvider
{
    private long ticks = DateTimeOffset.UtcNow.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
