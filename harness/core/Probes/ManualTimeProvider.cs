namespace Katas.Harness.Probes;

/// <summary>
/// A clock that stands still until the test advances it. Its timers fire on the thread that advances it, in the order in which they are due,
/// each at its own moment; and it tells when a timer has been set, so that no test has to guess whether the code already waits.
/// </summary>
/// <example><code>
/// var loop = LoopAsync(Work, every: TimeSpan.FromSeconds(10), clock, ct);
/// clock.WaitForTimers(1);                 // the loop waits
/// clock.Advance(TimeSpan.FromSeconds(10)); // and goes round once
/// </code></example>
public sealed class ManualTimeProvider : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly StateMonitor _monitor = new();
    private readonly List<ManualTimer> _pending = [];
    private readonly TimeSpan? _limit;
    private TimeSpan _now;
    private int _readings;
    private long _order;

    /// <summary>Makes a clock that stands at midnight of 1 January 2026, UTC.</summary>
    /// <param name="limit">How long <see cref="WaitForTimers"/> waits, in real time; without it, a few seconds.</param>
    public ManualTimeProvider(TimeSpan? limit = null) => _limit = limit;

    /// <summary>How far the clock has been advanced.</summary>
    public TimeSpan Elapsed => _monitor.Read(() => _now);

    /// <summary>How many timers are set and will fire: neither fired, nor stopped, nor disposed.</summary>
    public int PendingTimers => _monitor.Read(() => _pending.Count);

    /// <summary>How long it is until the next timer is due, or <see langword="null"/> when none is set.</summary>
    public TimeSpan? NextDue =>
        _monitor.Read(() => _pending.Count == 0 ? (TimeSpan?)null : First().Due - _now);

    /// <summary>How often this clock was read.</summary>
    public int Readings => _monitor.Read(() => _readings);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Start + Read();

    /// <inheritdoc/>
    public override long GetTimestamp() => Read().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass, and fires every timer that becomes due, those included that the fired ones set.</summary>
    /// <remarks>For one thread at a time. A timer's callback may advance the clock further; it never goes back.</remarks>
    /// <param name="time">How much; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var end = Elapsed + time;
        while (NextBefore(end) is { } timer)
            timer.Fire();
        _monitor.Change(() => _now = _now > end ? _now : end);
    }

    /// <summary>Moves the clock from timer to timer until a task is completed. What the task failed with is not thrown.</summary>
    /// <param name="task">The task.</param>
    /// <param name="what">What is waited for, as it goes on after "Waited 4 s for".</param>
    /// <exception cref="ProbeException">The task was not completed, and no timer is set.</exception>
    public void RunUntil(Task task, string what)
    {
        ArgumentNullException.ThrowIfNull(task);
        // So that there is one thing to wait for.
        _monitor.WakeWhenCompleted(task);
        while (!task.IsCompleted)
        {
            Waiter.Block(
                _monitor.When(() => _pending.Count > 0 || task.IsCompleted),
                _limit,
                () =>
                    task.IsCompleted || PendingTimers > 0
                        ? null
                        : $"{what}: the task is not completed, and no timer of this clock is set. Look at what the task waits for."
            );
            if (!task.IsCompleted && NextDue is { } due)
                Advance(due);
        }
    }

    /// <summary>Blocks until so many timers are set.</summary>
    /// <param name="count">How many, at least.</param>
    /// <exception cref="ProbeException">Fewer were set.</exception>
    public void WaitForTimers(int count) => Waiter.Block(Set(count), _limit, () => TooFew(count));

    /// <summary>As <see cref="WaitForTimers"/>, without a thread.</summary>
    /// <param name="count">How many, at least.</param>
    /// <exception cref="ProbeException">Fewer were set.</exception>
    public Task WaitForTimersAsync(int count) =>
        Waiter.Await(Set(count), _limit, () => TooFew(count));

    private Task Set(int count) => _monitor.When(() => _pending.Count >= count);

    private string? TooFew(int count) =>
        _monitor.Read(() =>
            _pending.Count >= count
                ? null
                : $"{count} timers on this clock: {_pending.Count} are set. Look at whether the code waits by the clock that it was given, and not by the real one."
        );

    private TimeSpan Read()
    {
        var now = TimeSpan.Zero;
        _monitor.Change(() =>
        {
            _readings++;
            now = _now;
        });
        return now;
    }

    /// <summary>Takes out the next timer that is due by then, and moves the clock to its moment.</summary>
    private ManualTimer? NextBefore(TimeSpan end)
    {
        ManualTimer? next = null;
        _monitor.Change(() =>
        {
            if (_pending.Count == 0 || First().Due > end)
                return;
            next = First();
            // A callback that has advanced the clock may have passed that moment.
            _now = next.Due > _now ? next.Due : _now;
            _pending.Remove(next);
            if (next.Period > TimeSpan.Zero)
                Put(next, next.Period);
        });
        return next;
    }

    private ManualTimer First() => _pending.MinBy(timer => (timer.Due, timer.Order))!;

    private void Put(ManualTimer timer, TimeSpan after)
    {
        timer.Due = _now + after;
        timer.Order = _order++;
        _pending.Add(timer);
    }

    /// <summary>A timer of this clock; its state is guarded by the clock's monitor.</summary>
    private sealed class ManualTimer(
        ManualTimeProvider clock,
        TimerCallback callback,
        object? state
    ) : ITimer
    {
        private readonly ExecutionContext? _context = ExecutionContext.Capture();
        private bool _disposed;

        public TimeSpan Due { get; set; }

        public TimeSpan Period { get; private set; }

        public long Order { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = false;
            clock._monitor.Change(() =>
            {
                clock._pending.Remove(this);
                if (_disposed)
                    return;
                changed = true;
                Period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                    clock.Put(this, dueTime);
            });
            return changed;
        }

        public void Fire()
        {
            if (_context is null)
                callback(state);
            else
                ExecutionContext.Run(_context, _ => callback(state), null);
        }

        public void Dispose() =>
            clock._monitor.Change(() =>
            {
                _disposed = true;
                clock._pending.Remove(this);
            });

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
