using Microsoft.Extensions.Logging;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration;

/// <summary>Background work that stumbles goes on, and says so once for each time of trouble.</summary>
public sealed class RepeatedWorkTests
{
    [Fact]
    public async Task Trouble_ends_no_work_and_is_an_error_once_until_a_round_succeeds_again()
    {
        var log = new Levels();
        using var work = new Stumbling("xx-x--", log);

        await work.StartAsync(CancellationToken.None);
        await work.Done;
        await work.StopAsync(CancellationToken.None);

        Assert.Equal([LogLevel.Error, LogLevel.Debug, LogLevel.Error], log.Heard);
    }

    [Fact]
    public async Task Being_told_to_stop_is_no_trouble()
    {
        var log = new Levels();
        using var work = new Stumbling("-", log);

        await work.StartAsync(CancellationToken.None);
        await work.Done;
        await work.StopAsync(CancellationToken.None);

        Assert.Empty(log.Heard);
    }

    /// <summary>Goes wrong in the rounds marked x; after the last one it works until it is told to stop.</summary>
    private sealed class Stumbling(string rounds, ILogger log) : RepeatedWork(TimeProvider.System, log)
    {
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int round;

        public Task Done => done.Task;

        protected override TimeSpan AfterTrouble => TimeSpan.Zero;

        protected override async Task<TimeSpan> WorkAsync(CancellationToken cancel)
        {
            if (round == rounds.Length)
            {
                done.SetResult();
                await Task.Delay(Timeout.Infinite, cancel);
            }

            return rounds[round++] == 'x' ? throw new InvalidOperationException("The database is away.") : TimeSpan.Zero;
        }
    }

    private sealed class Levels : ILogger
    {
        public List<LogLevel> Heard { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Heard.Add(logLevel);
    }
}
