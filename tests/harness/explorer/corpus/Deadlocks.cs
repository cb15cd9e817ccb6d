namespace Katas.Corpus;

public static class OppositeOrder
{
    public static void Buggy()
    {
        var (a, b) = (new object(), new object());
        Use(a, b, b, a);
    }

    public static void Fixed()
    {
        var (a, b) = (new object(), new object());
        Use(a, b, a, b);
    }

    private static void Use(object first, object second, object third, object fourth)
    {
        var count = 0;
        Run.Together(
            () =>
            {
                lock (first)
                {
                    lock (second)
                        count++;
                }
            },
            () =>
            {
                lock (third)
                {
                    lock (fourth)
                        count++;
                }
            }
        );
        Run.Expect(count == 2, $"{count} of 2");
    }
}

public abstract class Philosophers
{
    protected static void Dine(int seats, bool inOrder)
    {
        var forks = Enumerable.Range(0, seats).Select(_ => new Lock()).ToArray();
        var meals = 0;
        Run.Together([
            .. Enumerable
                .Range(0, seats)
                .Select<int, Action>(seat =>
                    () =>
                    {
                        var (left, right) = (seat, (seat + 1) % seats);
                        var (first, second) =
                            inOrder && left > right ? (right, left) : (left, right);
                        lock (forks[first])
                        {
                            lock (forks[second])
                                Interlocked.Increment(ref meals);
                        }
                    }
                ),
        ]);
        Run.Expect(meals == seats, $"{meals} of {seats} meals");
    }
}

public class ThreePhilosophers : Philosophers
{
    public static void Buggy() => Dine(3, inOrder: false);

    public static void Fixed() => Dine(3, inOrder: true);
}

public class FourPhilosophers : Philosophers
{
    public static void Buggy() => Dine(4, inOrder: false);

    public static void Fixed() => Dine(4, inOrder: true);
}

public class FivePhilosophers : Philosophers
{
    public static void Buggy() => Dine(5, inOrder: false);

    public static void Fixed() => Dine(5, inOrder: true);
}

public static class LockKeptOnException
{
    public static void Buggy()
    {
        var gate = new object();
        void Work(bool fails)
        {
            Monitor.Enter(gate);
            if (fails)
                return;
            Monitor.Exit(gate);
        }
        Run.Together(() => Work(true), () => Work(false));
    }

    public static void Fixed()
    {
        var gate = new object();
        void Work(bool fails)
        {
            Monitor.Enter(gate);
            try
            {
                if (fails)
                    return;
            }
            finally
            {
                Monitor.Exit(gate);
            }
        }
        Run.Together(() => Work(true), () => Work(false));
    }
}

public static class CallbackUnderTheLock
{
    private static void Use(bool underTheLock)
    {
        var gate = new object();
        var asked = new ManualResetEventSlim();
        var answered = new ManualResetEventSlim();
        void Callback()
        {
            asked.Set();
            answered.Wait();
        }
        Run.Together(
            () =>
            {
                lock (gate)
                {
                    if (underTheLock)
                        Callback();
                }
                if (!underTheLock)
                    Callback();
            },
            () =>
            {
                asked.Wait();
                lock (gate)
                    answered.Set();
            }
        );
    }

    public static void Buggy() => Use(true);

    public static void Fixed() => Use(false);
}

public static class JoinUnderTheLock
{
    private static void Use(bool underTheLock)
    {
        var (gate, count) = (new Lock(), 0);
        var worker = new Thread(() =>
        {
            lock (gate)
                count++;
        });
        lock (gate)
        {
            worker.Start();
            if (underTheLock)
                worker.Join();
        }
        worker.Join();
        Run.Expect(count == 1, "the worker did not work");
    }

    public static void Buggy() => Use(true);

    public static void Fixed() => Use(false);
}

public static class SemaphoreLeak
{
    private static void Use(bool leaks)
    {
        var slots = new SemaphoreSlim(1);
        void Work(bool fails)
        {
            slots.Wait();
            try
            {
                if (fails)
                    throw new IOException("the stove is cold");
                if (leaks)
                    slots.Release();
            }
            catch (IOException) { }
            finally
            {
                if (!leaks)
                    slots.Release();
            }
        }
        Run.Together(() => Work(true), () => Work(false));
    }

    public static void Buggy() => Use(true);

    public static void Fixed() => Use(false);
}

public static class AsyncOverSync
{
    private static async Task<int> Cook(SemaphoreSlim stove)
    {
        await stove.WaitAsync();
        try
        {
            await Task.Yield();
            return 1;
        }
        finally
        {
            stove.Release();
        }
    }

    // Holds the only stove while it blocks on a task that needs it.
    public static void Buggy()
    {
        var stove = new SemaphoreSlim(1);
        Run.Together(
            () =>
            {
                stove.Wait();
                var bowls = Cook(stove).Result;
                stove.Release(bowls);
            },
            () => { }
        );
    }

    public static void Fixed()
    {
        var stove = new SemaphoreSlim(1);
        var bowls = 0;
        Run.Together(
            () => Interlocked.Add(ref bowls, Cook(stove).Result),
            () => Interlocked.Add(ref bowls, Cook(stove).GetAwaiter().GetResult())
        );
        Run.Expect(bowls == 2, $"{bowls} bowls");
    }
}
