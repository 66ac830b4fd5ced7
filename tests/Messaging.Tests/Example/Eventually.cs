using System.Diagnostics;

namespace PilotRegistry.Messaging.Example;

/// <summary>Waits for what must come by itself; only a failing test waits long.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task IsAsync<T>(T expected, Func<Task<T>> look)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var found = await look();
            if (EqualityComparer<T>.Default.Equals(found, expected) || Stopwatch.GetElapsedTime(started) > Patience)
            {
                Assert.Equal(expected, found);
                return;
            }

            await Task.Delay(50);
        }
    }
}
