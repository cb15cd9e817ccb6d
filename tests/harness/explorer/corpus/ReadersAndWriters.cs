using System.Collections.Concurrent;

namespace Katas.Corpus;

public static class ReadLockedAndWritten
{
    private static void Use(bool writes)
    {
        using var gate = new ReaderWriterLockSlim();
        var count = 0;
        void Add()
        {
            if (writes)
                gate.EnterWriteLock();
            else
                gate.EnterReadLock();
            count++;
            if (writes)
                gate.ExitWriteLock();
            else
                gate.ExitReadLock();
        }
        Run.Together(Add, Add);
        Run.Expect(count == 2, $"2 orders made {count}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class ReadAndThenWritten
{
    // Between leaving as a reader and entering as a writer another may come; an upgradeable reader keeps others out.
    private static void Use(bool upgrades)
    {
        using var gate = new ReaderWriterLockSlim();
        int? broth = null;
        var cooked = 0;
        void Cook()
        {
            if (upgrades)
                gate.EnterUpgradeableReadLock();
            else
                gate.EnterReadLock();
            var isThere = broth is not null;
            if (!upgrades)
                gate.ExitReadLock();
            if (!isThere)
            {
                gate.EnterWriteLock();
                cooked++;
                broth = 1;
                gate.ExitWriteLock();
            }
            if (upgrades)
                gate.ExitUpgradeableReadLock();
        }
        Run.Together(Cook, Cook);
        Run.Expect(cooked == 1, $"cooked {cooked} times");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class ReaderBehindAWaitingWriter
{
    // A writer that waits keeps new readers out: a reader that waits for a second one, which comes later, never ends.
    private static void Use(bool waits)
    {
        var gate = new ReaderWriterLockSlim();
        using var second = new ManualResetEventSlim();
        Run.Together(
            () =>
            {
                gate.EnterReadLock();
                if (waits)
                    second.Wait();
                gate.ExitReadLock();
            },
            () =>
            {
                gate.EnterReadLock();
                second.Set();
                gate.ExitReadLock();
            },
            () =>
            {
                gate.EnterWriteLock();
                gate.ExitWriteLock();
            }
        );
    }

    public static void Buggy() => Use(true);

    public static void Fixed() => Use(false);
}

public static class SpinLockLeftOut
{
    private static void Use(bool locks)
    {
        var (gate, count) = (new SpinLock(), 0);
        void Add()
        {
            var taken = false;
            try
            {
                if (locks)
                    gate.Enter(ref taken);
                else
                    gate.TryEnter(ref taken);
                count++;
            }
            finally
            {
                if (taken)
                    gate.Exit();
            }
        }
        Run.Together(Add, Add);
        Run.Expect(count == 2, $"2 orders made {count}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class BlockingCollectionNeverCompleted
{
    private static void Use(bool completes)
    {
        using var orders = new BlockingCollection<int>(1);
        var cooked = 0;
        Run.Together(
            () =>
            {
                orders.Add(1);
                orders.Add(2);
                if (completes)
                    orders.CompleteAdding();
            },
            () =>
            {
                foreach (var order in orders.GetConsumingEnumerable())
                    cooked += order;
            }
        );
        Run.Expect(cooked == 3, $"cooked {cooked}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class BlockingCollectionEmptiedByAnother
{
    private static void Use(bool tries)
    {
        using var orders = new BlockingCollection<int> { 1 };
        void Take()
        {
            if (tries)
                orders.TryTake(out _);
            else if (orders.Count > 0)
                orders.Take();
        }
        Run.Together(Take, Take);
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}
