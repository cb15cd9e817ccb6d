namespace Katas.Corpus;

public sealed class MonitorQueue(
    int capacity,
    bool looksAgain = true,
    bool pulsesAll = true,
    bool pulses = true
)
{
    private readonly object _gate = new();
    private readonly Queue<int> _items = new();
    private int _count;

    public void Add(int item)
    {
        lock (_gate)
        {
            if (looksAgain)
            {
                while (_count == capacity)
                    Monitor.Wait(_gate);
            }
            else if (_count == capacity)
            {
                Monitor.Wait(_gate);
            }
            _items.Enqueue(item);
            _count++;
            Wake();
        }
    }

    public int Take()
    {
        lock (_gate)
        {
            if (looksAgain)
            {
                while (_count == 0)
                    Monitor.Wait(_gate);
            }
            else if (_count == 0)
            {
                Monitor.Wait(_gate);
            }
            _count--;
            var item = _items.Dequeue();
            Wake();
            return item;
        }
    }

    private void Wake()
    {
        if (!pulses)
            return;
        if (pulsesAll)
            Monitor.PulseAll(_gate);
        else
            Monitor.Pulse(_gate);
    }
}

public static class LostWakeUp
{
    public static void Buggy()
    {
        var (gate, ready) = (new object(), false);
        Run.Together(
            () =>
            {
                if (!Volatile.Read(ref ready))
                {
                    lock (gate)
                        Monitor.Wait(gate);
                }
            },
            () =>
            {
                Volatile.Write(ref ready, true);
                lock (gate)
                    Monitor.Pulse(gate);
            }
        );
    }

    public static void Fixed()
    {
        var (gate, ready) = (new object(), false);
        Run.Together(
            () =>
            {
                lock (gate)
                {
                    while (!ready)
                        Monitor.Wait(gate);
                }
            },
            () =>
            {
                lock (gate)
                {
                    ready = true;
                    Monitor.Pulse(gate);
                }
            }
        );
    }
}

public static class IfAroundWait
{
    private static void Use(bool looksAgain)
    {
        var queue = new MonitorQueue(2, looksAgain);
        Run.Together(
            () => queue.Take(),
            () => queue.Take(),
            () => queue.Add(1),
            () => queue.Add(2)
        );
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class PulseForPulseAll
{
    private static void Use(bool pulsesAll)
    {
        var queue = new MonitorQueue(1, looksAgain: true, pulsesAll);
        Run.Together(
            () =>
            {
                queue.Take();
                queue.Take();
            },
            () => queue.Take(),
            () => queue.Add(1),
            () =>
            {
                queue.Add(2);
                queue.Add(3);
            }
        );
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class NoPulse
{
    private static void Use(bool pulses)
    {
        var queue = new MonitorQueue(1, pulses: pulses);
        Run.Together(() => queue.Take(), () => queue.Add(1));
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class AutoResetSignalLost
{
    // Two signals before one wait are one signal.
    public static void Buggy()
    {
        var signal = new AutoResetEvent(false);
        Run.Together(
            () =>
            {
                signal.WaitOne();
                signal.WaitOne();
            },
            () => signal.Set(),
            () => signal.Set()
        );
    }

    public static void Fixed()
    {
        var signals = new SemaphoreSlim(0);
        Run.Together(
            () =>
            {
                signals.Wait();
                signals.Wait();
            },
            () => signals.Release(),
            () => signals.Release()
        );
    }
}

public static class BarrierReuse
{
    private sealed class OneUse(int parties, bool counts)
    {
        private readonly object _gate = new();
        private int _arrived;
        private int _phase;

        public void Meet()
        {
            lock (_gate)
            {
                var phase = _phase;
                if (++_arrived == parties)
                {
                    _arrived = 0;
                    _phase++;
                    Monitor.PulseAll(_gate);
                    return;
                }
                if (counts)
                {
                    while (_phase == phase)
                        Monitor.Wait(_gate);
                }
                else
                {
                    // Whoever comes round first makes the count wrong for whoever has not woken up yet.
                    while (_arrived != 0)
                        Monitor.Wait(_gate);
                }
            }
        }
    }

    private static void Use(bool counts)
    {
        var barrier = new OneUse(2, counts);
        void Twice()
        {
            barrier.Meet();
            barrier.Meet();
        }
        Run.Together(Twice, Twice);
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class CountdownTooEarly
{
    public static void Buggy()
    {
        var done = new CountdownEvent(1);
        var result = 0;
        Run.Together(
            () =>
            {
                done.Signal();
                result = 7;
            },
            () =>
            {
                done.Wait();
                Run.Expect(result == 7, $"saw {result}");
            }
        );
    }

    public static void Fixed()
    {
        var done = new CountdownEvent(2);
        var (one, other) = (0, 0);
        Run.Together(
            () =>
            {
                one = 3;
                done.Signal();
            },
            () =>
            {
                other = 4;
                done.Signal();
            },
            () =>
            {
                done.Wait();
                Run.Expect(one + other == 7, $"saw {one + other}");
            }
        );
    }
}

public static class PhasesWithoutABarrier
{
    private static void Use(bool meets)
    {
        var (left, right, seen) = (0, 0, 0);
        using var barrier = new Barrier(2);
        Run.Together(
            () =>
            {
                left = 1;
                if (meets)
                    barrier.SignalAndWait();
                Interlocked.Add(ref seen, right);
            },
            () =>
            {
                right = 1;
                if (meets)
                    barrier.SignalAndWait();
                Interlocked.Add(ref seen, left);
            }
        );
        Run.Expect(seen == 2, $"saw {seen} of 2");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class ReaderWriterStarvation
{
    private sealed class Room(bool writersGoFirst)
    {
        private readonly object _gate = new();
        private int _readers;
        private bool _writing;
        private int _writersWaiting;

        public void EnterRead()
        {
            lock (_gate)
            {
                while (_writing || (writersGoFirst && _writersWaiting > 0))
                    Monitor.Wait(_gate);
                _readers++;
            }
        }

        public void ExitRead()
        {
            lock (_gate)
            {
                _readers--;
                Monitor.PulseAll(_gate);
            }
        }

        public bool TryWrite()
        {
            lock (_gate)
            {
                _writersWaiting++;
                var overtaken = 0;
                while (_readers > 0 || _writing)
                {
                    if (overtaken++ == 2)
                        return false;
                    Monitor.Wait(_gate);
                }
                _writersWaiting--;
                return true;
            }
        }
    }

    // Reader after reader comes in while the writer waits.
    private static void Use(bool writersGoFirst)
    {
        var (room, wrote) = (new Room(writersGoFirst), true);
        room.EnterRead();
        void Read()
        {
            room.EnterRead();
            room.ExitRead();
        }
        Run.Together(
            () => wrote = room.TryWrite(),
            () =>
            {
                room.ExitRead();
            },
            Read,
            Read
        );
        Run.Expect(wrote, "the writer was overtaken again and again");
    }

    public static void Buggy() => Use(false);

    public static void Fixed()
    {
        // With writers first at most the readers that are inside already can be overtaken.
        var (room, wrote) = (new Room(true), true);
        room.EnterRead();
        Run.Together(() => wrote = room.TryWrite(), () => room.ExitRead());
        Run.Expect(wrote, "the writer was overtaken again and again");
    }
}
