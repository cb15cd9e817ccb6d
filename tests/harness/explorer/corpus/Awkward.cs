using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    public static void QueriesInParallel()
    {
        var sum = 0;
        Run.Together(() => sum = new[] { 1, 2 }.AsParallel().Sum(), () => { });
    }

    // A call of the framework that blocks, and that nothing stands in for.
    private static void Watch()
    {
        using var watcher = new FileSystemWatcher(AppContext.BaseDirectory, "never");
        watcher.WaitForChanged(WatcherChangeTypes.Deleted);
    }

    public static void BlocksInTheFramework() => Run.Together(Watch, () => { });

    public static void BlocksWhileItLeaves()
    {
        var never = new SemaphoreSlim(0);
        void Serve()
        {
            try
            {
                never.Wait();
            }
            finally
            {
                Watch();
            }
        }
        new Thread(Serve) { IsBackground = true }.Start();
    }

    private sealed class Counting : StringWriter
    {
        private int _count;

        public override void Write(string? value) => _count++;
    }

    public static void BlocksUntilTheOthersLeave()
    {
        // Each call is locked by the framework, and takes a step inside.
        var log = TextWriter.Synchronized(new Counting());
        void Add() => log.Write("miso");
        Run.Together(Add, Add);
    }

    public static void CatchesWhatIsRefused()
    {
        void Work()
        {
            try
            {
                _ = new ReaderWriterLock();
            }
            catch (Exception) { }
        }
        Run.Together(Work, () => { });
    }

    public static void SharesAStream()
    {
        var log = new MemoryStream();
        Run.Together(() => log.WriteByte(1), () => log.WriteByte(2));
    }

    public static void SharesAStreamOfTheProgram()
    {
        var log = new Log();
        Run.Together(() => log.WriteByte(1), () => log.WriteByte(2));
    }

    public static void SharesAStreamOfTheProgramThatLocks()
    {
        var log = new LockedLog();
        Run.Together(() => log.WriteByte(1), () => log.WriteByte(2));
        Run.Expect(log.Length == 2, $"{log.Length} bytes");
    }

    public static void SharesAStreamUnderALock()
    {
        var log = new MemoryStream();
        void Write()
        {
            lock (log)
                log.WriteByte(1);
        }
        Run.Together(Write, Write);
    }

    public static void PrintsLines()
    {
        void Print() => Console.Write("");
        Run.Together(Print, Print);
    }

    public static void PrintsWhenTheOtherHasPrinted()
    {
        var gate = new SemaphoreSlim(1);
        void Print()
        {
            gate.Wait();
            Console.Write("");
            gate.Release();
        }
        Run.Together(Print, Print);
        Console.Write("");
    }

    public static void LooksForAFileThatAnotherWrites()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Environment.ProcessId}.katas");
        Run.Together(
            () => File.Delete(file),
            () => Run.Expect(!File.Exists(file), "nobody has written it")
        );
    }

    public static void LooksForAFileTwice()
    {
        void Search() => Run.Expect(!File.Exists("no such file"), "it is there");
        Run.Together(Search, Search);
    }

    public static void WritesWhereACallOnALongArrayReads()
    {
        var tables = new int[300];
        Run.Together(() => tables[299] = 1, () => Array.IndexOf(tables, 2));
    }

    public static void WritesWhereACallOnALongArrayHasRead()
    {
        var tables = new int[300];
        var read = new ManualResetEventSlim();
        Run.Together(
            () =>
            {
                read.Wait();
                tables[299] = 1;
            },
            () =>
            {
                Array.IndexOf(tables, 2);
                read.Set();
            }
        );
    }

    public static void CountsForLongAlone()
    {
        var tables = new int[5_000];
        var guests = 0;
        foreach (ref var table in tables.AsSpan())
            table = 1;
        Run.Together(
            () => Interlocked.Increment(ref guests),
            () => Interlocked.Increment(ref guests)
        );
        for (var i = 0; i < tables.Length; i++)
            guests += tables[i];
        Run.Expect(guests == 5_002, $"{guests} guests");
    }

    public static void CountsForLongInAThread()
    {
        var (tables, guests) = (new int[5_000], 0);
        void Count()
        {
            for (var i = 0; i < tables.Length; i++)
                Interlocked.Add(ref guests, tables[i]);
        }
        Run.Together(Count, () => Interlocked.Increment(ref guests));
    }

    public static void CountsWithoutEndAlone()
    {
        var (tables, over) = (new int[1], false);
        while (!over)
            tables[0]++;
    }

    public static void SortsWhatIsRead()
    {
        var tables = new[] { 3, 1, 2 };
        Run.Together(
            () => Array.Sort(tables),
            () => Run.Expect(tables[0] + tables[2] > 2, "two tables")
        );
    }

    public static void SortsUnderALock()
    {
        var tables = new[] { 3, 1, 2 };
        Run.Together(
            () =>
            {
                lock (tables)
                    Array.Sort(tables);
            },
            () =>
            {
                lock (tables)
                    Run.Expect(tables[0] + tables[1] + tables[2] == 6, "all tables");
            }
        );
    }

    public static void LooksForWhatIsWritten()
    {
        var tables = new[] { 1, 2 };
        Run.Together(
            () => tables[1] = 3,
            () => Run.Expect(Array.IndexOf(tables, 1) == 0, "table 1")
        );
    }

    public static void FillsASpanOfWhatIsRead()
    {
        var tables = new int[2];
        Run.Together(
            () => tables.AsSpan().Fill(1),
            () => Run.Expect(tables[0] <= 1 && tables[1] <= 1, "tables")
        );
    }

    public static void FillsALargeArray()
    {
        var tables = new int[1000];
        Run.Together(() => Array.Fill(tables, 1), () => Run.Expect(tables[0] <= 1, "tables"));
    }

    public static void CountsThroughMemory()
    {
        Memory<int> tables = new int[1];
        Run.Together(() => tables.Span[0]++, () => tables.Span[0]++);
    }

    public static void CountsThroughAListsSpan()
    {
        List<int> tables = [0];
        Run.Together(
            () => CollectionsMarshal.AsSpan(tables)[0]++,
            () => CollectionsMarshal.AsSpan(tables)[0]++
        );
    }

    [ThreadStatic]
    private static int t_guests;

    public static void LeavesAFieldOnThePool() =>
        Task.WaitAll(Task.Run(() => t_guests++), Task.Run(() => t_guests++));

    public static void LeavesAValueOnThePool()
    {
        using var guests = new ThreadLocal<int>();
        Task.WaitAll(Task.Run(() => guests.Value++), Task.Run(() => guests.Value++));
    }

    public static void SharesAWeakReference()
    {
        var cache = new WeakReference<string>("miso");
        Run.Together(() => cache.SetTarget("shio"), () => cache.TryGetTarget(out _));
    }

    public static void JoinsAListThatGrows()
    {
        var orders = new List<string> { "miso" };
        Run.Together(() => orders.Add("shio"), () => string.Join(' ', orders));
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

    public static void LocksOldly()
    {
        var menu = new ReaderWriterLock();
        Run.Together(() => menu.AcquireReaderLock(Timeout.Infinite), () => { });
    }

    public static void SharesALockWithOtherPrograms()
    {
        using var till = new Mutex(false, "till");
        Run.Together(() => till.WaitOne(), () => { });
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

    private sealed class Deadline(int time) : CancellationTokenSource(time);

    public static void DerivesFromASourceWithADelay()
    {
        using var deadline = new Deadline(1);
        Run.Together(() => deadline.Cancel(), () => { });
    }

    private sealed class Log : MemoryStream;

    private sealed class LockedLog : MemoryStream
    {
        public override void WriteByte(byte value)
        {
            lock (this)
                base.WriteByte(value);
        }

        // Another member of the same name.
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            lock (this)
                base.Write(buffer);
        }
    }

    private sealed class Bell
    {
        public event Action? Rang;

        public void Ring() => Rang?.Invoke();
    }

    public static void TakesHandlersOfTheFrameworkOff()
    {
        var (bell, stop, rings) = (new Bell(), new CancellationTokenSource(), new List<int> { 1 });
        bell.Rang += stop.Cancel;
        bell.Rang += rings.Clear;
        Run.Together(() => { }, () => { });
        bell.Rang -= stop.Cancel;
        bell.Rang -= rings.Clear;
        bell.Ring();
        Run.Expect(
            !stop.IsCancellationRequested && rings.Count == 1,
            "they are called all the same"
        );
    }

    private sealed class Rounds
    {
        private volatile bool _isOver;

        public void Count()
        {
            var rounds = 0L;
            while (!_isOver)
                rounds++;
        }

        public void CountTwice()
        {
            var rounds = 0L;
            while (!_isOver && !_isOver)
                rounds++;
        }

        public void Stop() => _isOver = true;
    }

    public static void CountsUntilItIsStopped()
    {
        var rounds = new Rounds();
        Run.Together(rounds.Count, rounds.Stop);
    }

    public static void CountsAndIsNeverStopped()
    {
        var rounds = new Rounds();
        Run.Together(rounds.Count, () => { });
    }

    public static void CountsTwiceUntilItIsStopped()
    {
        var rounds = new Rounds();
        Run.Together(rounds.CountTwice, rounds.Stop);
    }

    public static void AsksAgainAndAgainInAnAsyncIterator()
    {
        var (end, stop) = (new TaskCompletionSource(), new CancellationTokenSource());
        Exhaust(AskAgain(end.Task, stop.Token)).Wait();
    }

    private static async Task Exhaust(IAsyncEnumerable<int> all)
    {
        await foreach (var _ in all) { }
    }

    private static async IAsyncEnumerable<int> AskAgain(
        Task end,
        [EnumeratorCancellation] CancellationToken stop = default
    )
    {
        while (!end.IsCompleted)
            await Task.Delay(5, stop);
        yield return 1;
    }
}
