using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;

namespace Katas.Corpus;

/// <summary>
/// Programs that can end in several ways, with what they saw. Each is run natively many times and explored once: what was seen natively must be
/// among what was explored.
/// </summary>
public static class Differences
{
    public static string WritesAndCompletes()
    {
        var (channel, seen) = (Channel.CreateUnbounded<int>(), new string[3]);
        Run.Together(
            () => seen[0] = End(() => channel.Writer.WriteAsync(1).AsTask().Wait()),
            () => seen[1] = $"{channel.Writer.TryComplete()}",
            () => seen[2] = $"{channel.Reader.TryRead(out var item)} {item}"
        );
        return $"{string.Join(", ", seen)}, {channel.Reader.Completion.IsCompleted}";
    }

    public static string WritesToFullChannels()
    {
        var ends = Enum.GetValues<BoundedChannelFullMode>()
            .Select(mode =>
            {
                var dropped = new ConcurrentQueue<int>();
                var channel = Channel.CreateBounded<int>(
                    new BoundedChannelOptions(1) { FullMode = mode },
                    dropped.Enqueue
                );
                var written = new bool[2];
                Run.Together(
                    () => written[0] = channel.Writer.TryWrite(1),
                    () => written[1] = channel.Writer.TryWrite(2)
                );
                channel.Reader.TryPeek(out var item);
                return $"{mode} {written[0]} {written[1]} {item} {channel.Reader.Count} {string.Join(' ', dropped)}";
            });
        return string.Join(", ", ends);
    }

    public static string ReadsWhatIsWritten()
    {
        var (channel, seen) = (Channel.CreateBounded<int>(1), new string[2]);
        void Read(int reader) =>
            seen[reader] = End(() => channel.Reader.ReadAsync().AsTask().Wait());
        Run.Together(
            () => Read(0),
            () => Read(1),
            () =>
            {
                channel.Writer.TryWrite(1);
                channel.Writer.Complete();
            }
        );
        return string.Join(", ", seen);
    }

    public static string CancelsARead()
    {
        var (channel, source) = (Channel.CreateUnbounded<int>(), new CancellationTokenSource());
        var seen = "";
        async Task Read() =>
            seen = await EndAsync(async () => $"{await channel.Reader.ReadAsync(source.Token)}");
        Run.Together(() => Read().Wait(), source.Cancel, () => channel.Writer.TryWrite(1));
        return $"{seen} {channel.Reader.Count}";
    }

    public static string FailsAChannel()
    {
        var (channel, seen) = (Channel.CreateUnbounded<int>(), "");
        async Task Read() =>
            seen = await EndAsync(async () =>
            {
                var sum = 0;
                await foreach (var item in channel.Reader.ReadAllAsync())
                    sum += item;
                return $"{sum}";
            });
        var isWritten = false;
        Run.Together(
            () => Read().Wait(),
            () => isWritten = channel.Writer.TryWrite(1),
            () => channel.Writer.Complete(new InvalidOperationException())
        );
        return $"{isWritten} {seen} {channel.Reader.Completion.Status}";
    }

    public static string RunsInParallel()
    {
        var order = new ConcurrentQueue<int>();
        Parallel.For(0, 3, order.Enqueue);
        return string.Join(' ', order);
    }

    public static string AddsInParallel()
    {
        var sums = new ConcurrentBag<int>();
        Parallel.For(0, 2, () => 0, (i, _, local) => local + i + 1, sums.Add);
        return string.Join(' ', sums.Order());
    }

    public static string BreaksInParallel()
    {
        var begun = new ConcurrentBag<long>();
        var result = Parallel.ForEach(
            [1, 2, 3],
            (_, state, i) =>
            {
                begun.Add(i);
                if (i == 1)
                    state.Break();
            }
        );
        return $"{string.Join(' ', begun.Order())}, {result.IsCompleted} {result.LowestBreakIteration}";
    }

    public static string WaitsForEach()
    {
        var seen = new List<int>();
        async Task Wait()
        {
            await foreach (var task in Task.WhenEach(Task.Run(() => 1), Task.Run(() => 2)))
                seen.Add(task.Result);
        }
        Wait().Wait();
        return string.Join(' ', seen);
    }

    public static string ContinuesWhenAll()
    {
        var seen = new ConcurrentQueue<string>();
        var one = Task.Run(() => seen.Enqueue("one"));
        var two = Task.Run((Action)(() => throw new InvalidOperationException()));
        var sum = Task.Factory.ContinueWhenAll(
            [one, two],
            tasks => string.Join(' ', tasks.Select(task => task.Status))
        );
        var other = Task.Factory.ContinueWhenAll([one], _ => seen.Enqueue("all"));
        seen.Enqueue("caller");
        Task.WaitAll(sum, other);
        return $"{sum.Result}, {string.Join(' ', seen)}";
    }

    public static string ContinuesWhenAny()
    {
        var tasks = new[] { Task.Run(() => 1), Task.Run(() => 2) };
        var first = Task.Factory.ContinueWhenAny(tasks, task => task.Result);
        var other = new TaskFactory<int>().ContinueWhenAny(tasks, task => -task.Result);
        return $"{first.Result} {other.Result}";
    }

    public static string WaitsTwiceForTheFirst()
    {
        var tasks = new[] { Task.Run(() => 1), Task.Run(() => 2) };
        var first = Task.WhenAny(tasks);
        var other = Task.WhenAny(tasks[0], tasks[1]);
        return $"{first.Result.Result} {-other.Result.Result}";
    }

    public static string CancelsWhatComesWhenAllHaveEnded()
    {
        using var stop = new CancellationTokenSource();
        var (one, two) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (seen, after) = ("", new TaskFactory<int>(stop.Token));
        var all = after.ContinueWhenAll([one.Task, two.Task], _ => 1);
        Run.Together(one.SetResult, two.SetResult, stop.Cancel);
        seen = End(() => all.Wait());
        return $"{seen} {all.Status}";
    }

    public static string EndsInTimeOfItsOwnClock()
    {
        var (clock, source) = (new Clock(), new TaskCompletionSource<int>());
        var wait = source.Task.WaitAsync(TimeSpan.FromMinutes(1), clock);
        Run.Together(() => source.TrySetResult(1), clock.Advance);
        return $"{End(() => wait.Wait())} {clock.IsUsed}";
    }

    public static string CancelsInTimeOfItsOwnClock()
    {
        using var stop = new CancellationTokenSource();
        var (clock, source) = (new Clock(), new TaskCompletionSource());
        var wait = source.Task.WaitAsync(TimeSpan.FromMinutes(1), clock, stop.Token);
        Run.Together(stop.Cancel, clock.Advance, source.SetResult);
        return $"{End(() => wait.Wait())} {clock.IsUsed}";
    }

    /// <summary>A clock whose time is up when it is told so.</summary>
    private sealed class Clock : TimeProvider, ITimer
    {
        private readonly object _gate = new();
        private Action? _callback;

        public bool IsUsed
        {
            get
            {
                lock (_gate)
                    return _callback is not null;
            }
        }

        public override ITimer CreateTimer(
            TimerCallback callback,
            object? state,
            TimeSpan dueTime,
            TimeSpan period
        )
        {
            lock (_gate)
                _callback = () => callback(state);
            return this;
        }

        public void Advance()
        {
            Action? callback;
            lock (_gate)
                callback = _callback;
            callback?.Invoke();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
            lock (_gate)
                _callback = null;
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }

    public static string LoopsOverAPartitioner()
    {
        var order = new ConcurrentQueue<string>();
        var result = Parallel.ForEach(
            Partitioner.Create(new[] { 1, 2, 3 }, loadBalance: true),
            (item, state, i) =>
            {
                order.Enqueue($"{i}{item}");
                if (i == 1)
                    state.Break();
            }
        );
        return $"{string.Join(' ', order)} {result.LowestBreakIteration}";
    }

    public static string DisposesOfASource()
    {
        var (source, seen) = (new CancellationTokenSource(), new string[2]);
        Run.Together(
            () => seen[0] = End(source.Cancel),
            () =>
            {
                source.Dispose();
                seen[1] = End(() => _ = source.Token);
            }
        );
        return string.Join(", ", seen);
    }

    public static string ReadsAndWrites()
    {
        using var gate = new ReaderWriterLockSlim();
        var (value, seen) = (0, new string[3]);
        Run.Together(
            () =>
            {
                gate.EnterReadLock();
                seen[0] = $"{value}{value} {End(gate.EnterWriteLock)}";
                gate.ExitReadLock();
            },
            () =>
            {
                gate.EnterUpgradeableReadLock();
                var before = value;
                gate.EnterWriteLock();
                value++;
                gate.ExitWriteLock();
                gate.ExitUpgradeableReadLock();
                seen[1] = $"{before}";
            },
            () =>
            {
                gate.EnterWriteLock();
                value += 10;
                gate.ExitWriteLock();
                seen[2] = End(gate.ExitWriteLock);
            }
        );
        return $"{string.Join(", ", seen)}, {value}";
    }

    public static string TakesFromABlockingCollection()
    {
        using var orders = new BlockingCollection<int>(1);
        var seen = new string[3];
        Run.Together(
            () => seen[0] = End(() => orders.Add(1)),
            () => seen[1] = End(() => orders.Take()),
            () => seen[2] = End(orders.CompleteAdding)
        );
        return $"{string.Join(", ", seen)}, {orders.Count}";
    }

    public static string TakesFromAnyCollection()
    {
        BlockingCollection<int>[] counters = [new(), new()];
        var seen = new string[3];
        Run.Together(
            () =>
            {
                counters[0].Add(1);
                counters[1].Add(2);
            },
            () => seen[1] = $"{BlockingCollection<int>.TakeFromAny(counters, out var i)} {i}",
            () => seen[2] = $"{BlockingCollection<int>.TryTakeFromAny(counters, out var i)} {i}"
        );
        return string.Join(", ", seen[1..]);
    }

    public static string LooksAtOneCollectionAfterTheOther()
    {
        BlockingCollection<int>[] counters = [new(), new()];
        var seen = "";
        Run.Together(
            () =>
            {
                counters[0].Add(1);
                counters[1].Add(2);
            },
            () => seen = $"{BlockingCollection<int>.TryTakeFromAny(counters, out var i)} {i}"
        );
        return seen;
    }

    public static string TakesFromAnyUntilCompleted()
    {
        BlockingCollection<int>[] counters = [new(), new()];
        var seen = "";
        Run.Together(
            () =>
                seen = End(() =>
                    seen = $"{BlockingCollection<int>.TakeFromAny(counters, out var i)} {i}"
                ),
            () =>
            {
                counters[1].TryAdd(1);
                counters[1].CompleteAdding();
                counters[0].CompleteAdding();
            },
            () => counters[1].TryTake(out _)
        );
        return $"{seen} {counters[1].Count}";
    }

    public static string TakesFromAnyUntilCancelled()
    {
        BlockingCollection<int>[] counters = [new(), new()];
        using var stop = new CancellationTokenSource();
        var seen = "";
        Run.Together(
            () =>
                seen = End(() =>
                    BlockingCollection<int>.TryTakeFromAny(
                        counters,
                        out _,
                        Timeout.Infinite,
                        stop.Token
                    )
                ),
            stop.Cancel,
            () => counters[0].Add(1)
        );
        return $"{seen} {counters[0].Count}";
    }

    public static string AddsToAnyCollection()
    {
        BlockingCollection<int>[] counters = [new(1) { 0 }, new(1) { 0 }];
        var seen = new string[2];
        Run.Together(
            () => seen[0] = $"{BlockingCollection<int>.AddToAny(counters, 1)}",
            () =>
            {
                counters[1].Take();
                counters[0].Take();
            },
            () => seen[1] = $"{BlockingCollection<int>.TryAddToAny(counters, 4)}"
        );
        return $"{string.Join(", ", seen)}, {counters[0].Count} {counters[1].Count}";
    }

    public static string AddsToAnyUntilCompleted()
    {
        BlockingCollection<int>[] bounded = [new(1) { 0 }, new(1) { 0 }];
        BlockingCollection<int>[] open = [new(1) { 0 }, []];
        var seen = new string[2];
        Run.Together(
            () => seen[0] = End(() => BlockingCollection<int>.AddToAny(bounded, 1)),
            () =>
            {
                bounded[1].Take();
                bounded[0].CompleteAdding();
            },
            () => seen[1] = End(() => BlockingCollection<int>.TryAddToAny(open, 1, 10)),
            open[1].CompleteAdding
        );
        return string.Join(", ", seen);
    }

    public static string MakesInADictionary()
    {
        var (made, broths) = (0, new ConcurrentDictionary<int, int>());
        var seen = new int[2];
        Run.Together(
            () => seen[0] = broths.GetOrAdd(1, _ => Interlocked.Increment(ref made)),
            () =>
                seen[1] = broths.AddOrUpdate(
                    1,
                    _ => Interlocked.Increment(ref made),
                    (_, old) => old + 10
                )
        );
        return $"{seen[0]} {seen[1]} {made} {broths[1]}";
    }

    public static string WaitsForAnyHandle()
    {
        using var one = new AutoResetEvent(false);
        using var other = new ManualResetEvent(false);
        var seen = new string[2];
        Run.Together(
            () => one.Set(),
            () => other.Set(),
            () =>
            {
                seen[0] = $"{WaitHandle.WaitAny([one, other])}";
                seen[1] = $"{WaitHandle.WaitAny([one, other], 0)}";
            }
        );
        return string.Join(", ", seen);
    }

    public static string WaitsForAllHandles()
    {
        using var mutex = new Mutex();
        using var places = new Semaphore(1, 2);
        var seen = new string[2];
        void Take(int thread)
        {
            seen[thread] = $"{WaitHandle.WaitAll([mutex, places], 0)}";
            seen[thread] += End(mutex.ReleaseMutex) + End(() => places.Release());
        }
        Run.Together(() => Take(0), () => Take(1));
        return string.Join(", ", seen);
    }

    public static string LeavesMutexesBehind()
    {
        using var mutex = new Mutex();
        var seen = new string[3];
        void Take(int thread)
        {
            var end = End(() => seen[thread] = $"{mutex.WaitOne(0)}");
            seen[thread] ??= end;
        }
        Run.Together(() => Take(0), () => Take(1));
        Take(2);
        return string.Join(", ", seen);
    }

    public static string SignalsAndWaits()
    {
        using var there = new AutoResetEvent(false);
        using var back = new AutoResetEvent(false);
        var seen = new string[2];
        Run.Together(
            () => seen[0] = $"{WaitHandle.SignalAndWait(there, back)}",
            () => seen[1] = $"{there.WaitOne(0)} {back.Set()} {there.WaitOne(0)}"
        );
        return string.Join(", ", seen);
    }

    private sealed class Immutables
    {
        public ImmutableDictionary<int, int> Prices = ImmutableDictionary<int, int>.Empty;
        public ImmutableQueue<int> Orders = [];
        public ImmutableArray<int> Tables;
    }

    public static string ReplacesImmutableCollections()
    {
        var (all, seen, made) = (new Immutables(), new string[2], 0);
        int Make() => Interlocked.Increment(ref made);
        Run.Together(
            () =>
            {
                var first = ImmutableInterlocked.GetOrAdd(ref all.Prices, 1, _ => Make());
                ImmutableInterlocked.Enqueue(ref all.Orders, first);
                var tables = ImmutableInterlocked.InterlockedInitialize(ref all.Tables, [1]);
                seen[0] = $"{first} {tables}";
            },
            () =>
            {
                var second = ImmutableInterlocked.AddOrUpdate(
                    ref all.Prices,
                    1,
                    _ => Make(),
                    (_, old) => old * 10
                );
                var isRemoved = ImmutableInterlocked.TryRemove(ref all.Prices, 1, out var price);
                var isTaken = ImmutableInterlocked.TryDequeue(ref all.Orders, out var order);
                seen[1] = $"{second} {isRemoved} {price} {isTaken} {order}";
                seen[1] += ImmutableInterlocked.InterlockedInitialize(ref all.Tables, [2, 3]);
            }
        );
        return $"{string.Join(", ", seen)}, {made} {all.Prices.Count} {all.Tables.Length}";
    }

    public static string RegistersWaits()
    {
        using var arrived = new AutoResetEvent(false);
        using var idle = new ManualResetEvent(false);
        var calls = new ConcurrentQueue<bool>();
        var wait = ThreadPool.RegisterWaitForSingleObject(
            arrived,
            (_, timedOut) => calls.Enqueue(timedOut),
            null,
            1,
            executeOnlyOnce: true
        );
        var seen = new string[2];
        Run.Together(
            () => seen[0] = $"{arrived.Set()}",
            () => seen[1] = $"{wait.Unregister(idle)} {wait.Unregister(null)}"
        );
        idle.WaitOne();
        return $"{string.Join(", ", seen)}, {string.Join(' ', calls)} {arrived.WaitOne(0)}";
    }

    public static string InterruptsAWaitForALock() =>
        Interrupted(
            (gate, _) =>
            {
                lock (gate) { }
            }
        );

    public static string InterruptsAWaitForAPulse() =>
        Interrupted(
            (gate, _) =>
            {
                lock (gate)
                    Monitor.Wait(gate);
            }
        );

    public static string InterruptsAWaitForAnEvent() =>
        Interrupted((_, opened) => opened.WaitOne());

    public static string InterruptsAWaitForASemaphore()
    {
        var places = new SemaphoreSlim(0);
        return Interrupted((_, _) => places.Wait(), () => places.Release());
    }

    public static string InterruptsAWaitForATask()
    {
        var source = new TaskCompletionSource();
        return Interrupted((_, _) => source.Task.Wait(), source.SetResult);
    }

    public static string InterruptsAJoin()
    {
        var other = new Thread(() => { });
        return Interrupted((_, _) => other.Join(), other.Start, startsFirst: true);
    }

    public static string InterruptsAWriter()
    {
        var gate = new ReaderWriterLockSlim();
        return Interrupted(
            (_, _) =>
            {
                gate.EnterWriteLock();
                gate.ExitWriteLock();
            },
            () =>
            {
                gate.EnterReadLock();
                gate.ExitReadLock();
            }
        );
    }

    public static string InterruptsASleep() => Interrupted((_, _) => Thread.Sleep(0));

    public static string InterruptsBeforeTheStart()
    {
        var seen = "";
        var thread = new Thread(() => seen = End(() => Thread.Sleep(0)));
        Run.Together(thread.Interrupt, thread.Start);
        thread.Join();
        return seen;
    }

    /// <summary>Interrupts a thread that waits, and ends its wait in the proper way, in either order; then looks whether the interrupt is left.</summary>
    private static string Interrupted(
        Action<object, ManualResetEvent> wait,
        Action? end = null,
        bool startsFirst = false
    )
    {
        var (gate, opened, seen) = (new object(), new ManualResetEvent(false), new string[2]);
        if (startsFirst)
            end!();
        var waiter = new Thread(() =>
        {
            seen[0] = End(() => wait(gate, opened));
            seen[1] = End(() => Thread.Sleep(0));
        });
        waiter.Start();
        Run.Together(
            waiter.Interrupt,
            () =>
            {
                lock (gate)
                {
                    opened.Set();
                    if (!startsFirst)
                        end?.Invoke();
                    Monitor.PulseAll(gate);
                }
            }
        );
        waiter.Join(0);
        waiter.Interrupt();
        waiter.Join();
        return string.Join(", ", seen);
    }

    private static string End(Action action)
    {
        try
        {
            action();
            return "done";
        }
        catch (Exception e) when (e is AggregateException { InnerException: { } inner })
        {
            return inner.GetType().Name;
        }
        catch (Exception e)
        {
            return e.GetType().Name;
        }
    }

    private static async Task<string> EndAsync(Func<Task<string>> function)
    {
        try
        {
            return await function();
        }
        catch (Exception e)
        {
            return e.GetType().Name;
        }
    }
}
