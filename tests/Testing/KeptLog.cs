using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PilotRegistry.Testing;

/// <summary>Everything that a program logs under its own settings, scopes included: for "this is never written down".</summary>
public sealed class KeptLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> lines = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Kept(this);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Kept(KeptLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            log.scopes.ForEachScope((scope, _) => log.lines.Enqueue($"{scope}"), state);
            log.lines.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
