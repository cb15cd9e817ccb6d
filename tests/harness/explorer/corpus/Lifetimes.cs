using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Katas.Corpus;

/// <summary>The timer may fire before the constructor has put it into its field.</summary>
public static class TimerFiresBeforeItsField
{
    private sealed class Heartbeat
    {
        private readonly Timer _timer;
        public int Beats;

        public Heartbeat(bool startsLast)
        {
            if (startsLast)
            {
                _timer = new Timer(Beat, null, Timeout.Infinite, Timeout.Infinite);
                _timer.Change(1, Timeout.Infinite);
            }
            else
            {
                _timer = new Timer(Beat, null, 1, Timeout.Infinite);
            }
        }

        private void Beat(object? state)
        {
            if (Interlocked.Increment(ref Beats) < 2)
                _timer.Change(1, Timeout.Infinite);
        }

        public Task StopAsync() => _timer.DisposeAsync().AsTask();
    }

    private static void Use(bool startsLast)
    {
        var heart = new Heartbeat(startsLast);
        heart.StopAsync().Wait();
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>A source goes back to its pool, and the time of its last user runs on.</summary>
public static class SourceBackInThePool
{
    private static void Use(bool resets)
    {
        var pool = new ConcurrentBag<CancellationTokenSource>();
        CancellationTokenSource Rent(TimeSpan time)
        {
            if (!pool.TryTake(out var source))
                source = new CancellationTokenSource();
            source.CancelAfter(time);
            return source;
        }
        void Return(CancellationTokenSource source)
        {
            if (!resets || source.TryReset())
                pool.Add(source);
            else
                source.Dispose();
        }
        var first = Rent(TimeSpan.FromMilliseconds(10));
        var wasCancelled = false;
        var work = Task.Run(() => Return(first));
        work.Wait();
        if (pool.TryTake(out var second))
            wasCancelled = second.IsCancellationRequested;
        Run.Expect(!wasCancelled, "cancelled by its last user");
        if (second is not null)
        {
            Task.Run(() => { }).Wait();
            Run.Expect(!second.IsCancellationRequested, "cancelled by its last user, later");
        }
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>A channel that was promised a single reader keeps no two apart.</summary>
public static class TwoReadersOfOne
{
    private static void Use(bool single)
    {
        var orders = Channel.CreateUnbounded<int>(
            new UnboundedChannelOptions { SingleReader = single }
        );
        var sum = 0;
        async Task Read() => Interlocked.Add(ref sum, await orders.Reader.ReadAsync());
        Run.Together(
            () => Read().Wait(),
            () => Read().Wait(),
            () =>
            {
                orders.Writer.TryWrite(1);
                orders.Writer.TryWrite(2);
            }
        );
        Run.Expect(sum == 3, $"{sum}");
    }

    public static void Buggy() => Use(true);

    public static void Fixed() => Use(false);
}

/// <summary>Progress is told on the pool, after the work is done as well as before.</summary>
public static class ProgressComesLate
{
    private sealed class AtOnce(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }

    private static void Use(bool late)
    {
        var shown = 0;
        void Show(int value) => Volatile.Write(ref shown, value);
        IProgress<int> progress = late ? new Progress<int>(Show) : new AtOnce(Show);
        var work = Task.Run(() =>
        {
            progress.Report(1);
            progress.Report(2);
        });
        work.Wait();
        Run.Expect(Volatile.Read(ref shown) == 2, $"shown: {shown}");
    }

    public static void Buggy() => Use(true);

    public static void Fixed() => Use(false);
}

/// <summary>Who looks at a count and then adds to it may bring back what is gone.</summary>
public static class CountedBackFromZero
{
    private sealed class Shared(bool compares)
    {
        private int _count = 1;
        private bool _isClosed;

        public bool TryAdd()
        {
            if (!compares)
            {
                if (Volatile.Read(ref _count) == 0)
                    return false;
                Interlocked.Increment(ref _count);
                return true;
            }
            var seen = Volatile.Read(ref _count);
            while (seen != 0)
            {
                var before = Interlocked.CompareExchange(ref _count, seen + 1, seen);
                if (before == seen)
                    return true;
                seen = before;
            }
            return false;
        }

        public void Use() => Run.Expect(!Volatile.Read(ref _isClosed), "used after the end");

        public void Release()
        {
            if (Interlocked.Decrement(ref _count) == 0)
                Volatile.Write(ref _isClosed, true);
        }
    }

    private static void Use(bool compares)
    {
        var shared = new Shared(compares);
        Run.Together(
            () =>
            {
                if (shared.TryAdd())
                {
                    shared.Use();
                    shared.Release();
                }
            },
            shared.Release
        );
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>Two replace one source: each disposes of what the other still cancels.</summary>
public static class SourceReplacedByTwo
{
    private sealed class Debouncer(bool exchanges)
    {
        private CancellationTokenSource? _source;

        public void Call()
        {
            if (exchanges)
            {
                var source = new CancellationTokenSource();
                Interlocked.Exchange(ref _source, source)?.Cancel();
                return;
            }
            _source?.Cancel();
            _source?.Dispose();
            _source = new CancellationTokenSource();
        }
    }

    private static void Use(bool exchanges)
    {
        var debouncer = new Debouncer(exchanges);
        debouncer.Call();
        Run.Together(debouncer.Call, debouncer.Call);
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}
