using Microsoft.Extensions.Logging;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

/// <summary>Background work that stumbles goes on, and says so once for each time of trouble.</summary>
public sealed class RepeatedWorkTests
{
    [Theory]
    [InlineData("xx-x--", "Error Debug Error")]
    [InlineData("xxyyx-", "Error Debug Error Debug Error")]
    [InlineData("xxhxx-", "Error Debug Error Debug")]
    public async Task Trouble_ends_no_work_and_is_an_error_once_until_it_changes_lasts_an_hour_or_a_round_succeeds(string rounds, string levels)
    {
        var log = new Levels();
        using var work = new Stumbling(rounds, log);

        await work.StartAsync(CancellationToken.None);
        await work.Done;
        await work.StopAsync(CancellationToken.None);

        Assert.Equal(levels, string.Join(' ', log.Heard));
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

    /// <summary>Goes wrong in one way in the rounds marked x, in another in those marked y; an hour passes with h. After the last round it works until it is told to stop.</summary>
    private sealed class Stumbling(string rounds, ILogger log) : RepeatedWork(new SettableClock(), log)
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

            if (rounds[round] == 'h')
            {
                ((SettableClock)Clock).Advance(TimeSpan.FromHours(1));
                round++;
            }

            return rounds[round++] switch
            {
                'x' => throw new InvalidOperationException("The database is away."),
                'y' => throw new IOException("The disk is full."),
                _ => TimeSpan.Zero,
            };
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
