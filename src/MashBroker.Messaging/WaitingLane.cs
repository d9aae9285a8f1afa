namespace MashBroker.Messaging;

/// <summary>A lane in memory, with the consumer that reads it at present, if any.</summary>
internal sealed class WaitingLane(Lane lane)
{
    private readonly Lock _lock = new();
    private LaneReader? _reader;
    private TaskCompletionSource _attached = NewSignal();

    public Lane Lane => lane;

    public async Task<LaneReader> ReaderAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task attached;
            lock (_lock)
            {
                if (_reader is not null)
                {
                    return _reader;
                }

                attached = _attached.Task;
            }

            await attached.WaitAsync(cancellation);
        }
    }

    public IAsyncDisposable Attach(LaneReader reader)
    {
        lock (_lock)
        {
            if (_reader is not null)
            {
                throw new InvalidOperationException($"{lane} is consumed already in this process.");
            }

            _reader = reader;
            _attached.SetResult();
        }

        return new Attachment(this, reader);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Attachment(WaitingLane lane, LaneReader reader) : IAsyncDisposable
    {
        private int _disposed;

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 1)
            {
                return;
            }

            // First, so that whatever the reader lets go finds no reader and waits.
            lock (lane._lock)
            {
                lane._reader = null;
                lane._attached = NewSignal();
            }

            await reader.ReleaseAsync();
            reader.Dispose();
        }
    }
}
