using Microsoft.Extensions.Logging;

namespace MashBroker.Testing.Adapters;

/// <summary>Keeps what was logged, and signals each line: for what has no other effect outside.</summary>
public sealed class AwaitedLines : ILoggerProvider, ILogger
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _news = New();

    public async Task SaidAsync(string words, int count)
    {
        while (true)
        {
            Task news;
            lock (_lock)
            {
                news = _news.Task;
                if (_lines.Count(line => line.Contains(words, StringComparison.Ordinal)) >= count)
                {
                    return;
                }
            }

            await news;
        }
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        lock (_lock)
        {
            _lines.Add($"{logLevel} {formatter(state, exception)} {exception}");
            _news.TrySetResult();
            _news = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose()
    {
        // Lines stay readable after the adapter stopped.
    }
}
