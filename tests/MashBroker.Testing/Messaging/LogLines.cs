using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MashBroker.Testing.Messaging;

/// <summary>Keeps every line that was logged, exceptions in full, to search for what must not be there.</summary>
public sealed class LogLines : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose() { }
}
