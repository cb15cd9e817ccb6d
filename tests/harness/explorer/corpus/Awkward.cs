using System.Collections.Concurrent;

namespace Katas.Corpus;

/// <summary>Programs that cannot be explored, or are no test at all.</summary>
public static class Awkward
{
    private static class Kept<T>
    {
        public static int Runs;
        public static T[] Items = [];

        public static ref int Reference => ref Runs;
    }

    private static int s_runs;

    public static void StartsNoThread()
    {
        var count = 0;
        count++;
        Run.Expect(count == 1, "one and one is one");
    }

    public static void DecidesAtRandom()
    {
        var count = 0;
        void Work()
        {
            // So many choices that no two runs make the same ones.
            for (var i = 0; i < 20; i++)
            {
                if (Random.Shared.Next(2) == 0)
                    count++;
                else
                    count--;
            }
        }
        Run.Together(Work, Work);
    }

    public static void DecidesByTheClock()
    {
        var count = 0;
        void Work()
        {
            for (var i = 0L; i < 3 + System.Diagnostics.Stopwatch.GetTimestamp() % 5; i++)
                count++;
        }
        Run.Together(Work, Work);
    }

    public static void StartsATimer()
    {
        var count = 0;
        using var timer = new Timer(_ => count++, null, 0, Timeout.Infinite);
        Run.Together(() => count++, () => count++);
    }

    public static void SumsInParallel()
    {
        var sum = 0;
        Run.Together(() => Parallel.For(0, 1000, i => Interlocked.Add(ref sum, i)), () => sum++);
    }

    public static void BlocksInACollection()
    {
        using var queue = new BlockingCollection<int>();
        Run.Together(() => queue.Take(), () => { });
    }

    public static void BlocksWhileItLeaves()
    {
        var never = new SemaphoreSlim(0);
        var queue = new BlockingCollection<int>();
        void Serve()
        {
            try
            {
                never.Wait();
            }
            finally
            {
                queue.Take();
            }
        }
        new Thread(Serve) { IsBackground = true }.Start();
    }

    public static void BlocksUntilTheOthersLeave()
    {
        using var gate = new ReaderWriterLockSlim();
        var count = 0;
        void Add()
        {
            gate.EnterWriteLock();
            try
            {
                count++;
            }
            finally
            {
                gate.ExitWriteLock();
            }
        }
        Run.Together(Add, Add);
    }

    public static void BlocksAfterAnAwait()
    {
        var never = new TaskCompletionSource();
        async Task Cook()
        {
            await Task.Run(() => { });
            never.Task.Wait();
        }
        Cook().Wait();
    }

    public static void FailsBeforeAnAsyncMethodEnds()
    {
        async Task Cook() => await Task.Run(() => { });
        var cooking = Cook();
        Run.Together(() => Run.Expect(cooking.IsCompleted, "not cooked yet"));
        cooking.Wait();
    }

    public static void Interrupts()
    {
        var waiter = new Thread(() => Thread.Sleep(Timeout.Infinite));
        waiter.Start();
        waiter.Interrupt();
    }

    public static void WaitsForAnyHandle()
    {
        using var opened = new AutoResetEvent(false);
        Run.Together(() => opened.Set(), () => WaitHandle.WaitAny([opened]));
    }

    public static void ContinuesWithState()
    {
        var task = Task.Run(() => { });
        task.ContinueWith((_, state) => { }, null).Wait();
    }

    public static void HandsOnAMethodOfAStructure()
    {
        var stop = new CancellationTokenSource();
        Run.Together(stop.Token.ThrowIfCancellationRequested, stop.Cancel);
    }

    public static void NeverEnds()
    {
        var count = 0;
        Run.Together(
            () =>
            {
                while (count >= 0)
                    count = (count + 1) % 1000;
            },
            () => { }
        );
    }

    public static void LoopsWithoutAStep()
    {
        Run.Together(
            () =>
            {
                var i = 0;
                while (i >= 0)
                    i = (i + 1) % 1000;
            },
            () => { }
        );
    }

    public static void CatchesEverything()
    {
        var (a, b, count) = (new object(), new object(), 0);
        void Take(object first, object second)
        {
            while (Volatile.Read(ref count) < 2)
            {
                try
                {
                    lock (first)
                    {
                        lock (second)
                            count++;
                    }
                    return;
                }
                catch (Exception)
                {
                    count--;
                }
            }
        }
        Run.Together(() => Take(a, b), () => Take(b, a));
    }

    public static void CatchesEverythingThroughAFilter()
    {
        var (a, b, count) = (new object(), new object(), 0);
        void Take(object first, object second)
        {
            while (true)
            {
                try
                {
                    lock (first)
                    {
                        lock (second)
                            count++;
                    }
                    return;
                }
                catch (Exception e) when (e is not IOException) { }
            }
        }
        Run.Together(() => Take(a, b), () => Take(b, a));
    }

    public static void ExitsWithoutEntering()
    {
        var gate = new object();
        Run.Together(() => Monitor.Exit(gate), () => { });
    }

    public static void KeepsAStatic()
    {
        Run.Together(() => s_runs++, () => { });
        Run.Expect(s_runs == 1, $"began with {s_runs - 1}");
    }

    public static void KeepsStaticsOfAGenericType()
    {
        Run.Together(
            () =>
            {
                Kept<int>.Runs++;
                Kept<string>.Items = ["miso"];
            },
            () => Kept<string>.Reference++
        );
        Run.Expect(Kept<int>.Runs == 1, $"began with {Kept<int>.Runs - 1}");
        Run.Expect(Kept<string>.Runs == 1, $"began with {Kept<string>.Runs - 1}");
        Kept<long>.Items = [.. Kept<long>.Items, 1];
        Run.Expect(Kept<long>.Items.Length == 1, $"began with {Kept<long>.Items.Length - 1}");
    }

    public static void Sums()
    {
        var (gate, one, other) = (new Lock(), 0, 0);
        Run.Together(
            () =>
            {
                lock (gate)
                {
                    lock (gate)
                        one++;
                }
            },
            () =>
            {
                lock (gate)
                    other++;
            }
        );
        Run.Expect(one + other == 2, "a lock that is entered twice is left twice");
    }
}
