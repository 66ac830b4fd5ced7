using PilotRegistry.Messaging.Sidecar;

namespace PilotRegistry.Messaging;

public sealed class BackOffTests
{
    [Fact]
    public void The_wait_doubles_from_half_a_second_to_five_minutes() => Assert.Equal(
        [0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300],
        Enumerable.Range(1, 12).Select(n => BackOff.After(n).TotalSeconds));

    [Fact]
    public void It_never_overflows() => Assert.Equal(300, BackOff.After(int.MaxValue).TotalSeconds);
}
