namespace MashBroker.Testing.Adapters;

/// <summary>Runs with the real clock and can be put forward, which makes every timer due that would have been by then.</summary>
public sealed class AdvancingClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return System.GetUtcNow() + _ahead;
        }
    }

    public void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (_lock)
        {
            _ahead += by;
            due = [.. _timers];
        }

        due.ForEach(timer => timer.Look());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer : ITimer
    {
        private readonly AdvancingClock _clock;
        private readonly Action _callback;
        private readonly ITimer _real;
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public Timer(AdvancingClock clock, Action callback)
        {
            (_clock, _callback) = (clock, callback);
            _real = System.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            lock (clock._lock)
            {
                clock._timers.Add(this);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_clock._lock)
            {
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : System.GetUtcNow() + _clock._ahead + dueTime;
                _period = period;
            }

            return _real.Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        /// <summary>Calls back if it is time, by the clock that was put forward.</summary>
        public void Look()
        {
            lock (_clock._lock)
            {
                var now = System.GetUtcNow() + _clock._ahead;
                if (_due is not { } due)
                {
                    return;
                }

                if (now < due)
                {
                    _real.Change(due - now, Timeout.InfiniteTimeSpan);
                    return;
                }

                var again = _period > TimeSpan.Zero;
                _due = again ? now + _period : null;
                if (again)
                {
                    _real.Change(_period, Timeout.InfiniteTimeSpan);
                }
            }

            _callback();
        }

        public void Dispose()
        {
            lock (_clock._lock)
            {
                _due = null;
                _clock._timers.Remove(this);
            }

            _real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
