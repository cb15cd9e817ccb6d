namespace Katas.Corpus;

/// <summary>Two signals of an auto-reset event may be one: who takes one order for each loses the other.</summary>
public static class SignalsForOrders
{
    public static void Buggy() => Serve(takesAll: false);

    public static void Fixed() => Serve(takesAll: true);

    private static void Serve(bool takesAll)
    {
        using var arrived = new AutoResetEvent(false);
        using var closed = new ManualResetEvent(false);
        var (waiting, served) = (0, 0);
        void Take()
        {
            while (Volatile.Read(ref waiting) > 0)
            {
                Interlocked.Decrement(ref waiting);
                served++;
                if (!takesAll)
                    return;
            }
        }
        Run.Together(
            () =>
            {
                for (var i = 0; i < 2; i++)
                {
                    Interlocked.Increment(ref waiting);
                    arrived.Set();
                }
                closed.Set();
            },
            () =>
            {
                while (WaitHandle.WaitAny([arrived, closed]) == 0)
                    Take();
                if (takesAll)
                    Take();
            }
        );
        Run.Expect(served == 2, $"{served} of 2 orders are served");
    }
}

/// <summary>Two mutexes, one after the other and in both orders; or both at once.</summary>
public static class BothAtOnce
{
    public static void Buggy() =>
        Use(handles =>
        {
            handles[0].WaitOne();
            handles[1].WaitOne();
        });

    public static void Fixed() => Use(handles => WaitHandle.WaitAll(handles));

    private static void Use(Action<WaitHandle[]> take)
    {
        using var knife = new Mutex();
        using var board = new Mutex();
        var cut = 0;
        void Cut(WaitHandle[] handles)
        {
            take(handles);
            cut++;
            knife.ReleaseMutex();
            board.ReleaseMutex();
        }
        Run.Together(() => Cut([knife, board]), () => Cut([board, knife]));
        Run.Expect(cut == 2, $"{cut} of 2");
    }
}

/// <summary>A thread ends with a mutex that is still locked: the next is told, and has to look at what was left behind.</summary>
public static class LeftBehind
{
    public static void Buggy() => Use(catches: false);

    public static void Fixed() => Use(catches: true);

    private static void Use(bool catches)
    {
        using var till = new Mutex();
        using var closed = new ManualResetEvent(false);
        var coins = 0;
        void TakeTill()
        {
            try
            {
                WaitHandle.WaitAny([closed, till]);
            }
            catch (AbandonedMutexException e) when (catches && e.MutexIndex == 1)
            {
                coins = 0;
            }
        }
        Run.Together(
            () =>
            {
                TakeTill();
                coins++;
            },
            () =>
            {
                TakeTill();
                coins++;
                till.ReleaseMutex();
            }
        );
    }
}

/// <summary>A place is given back that was never taken.</summary>
public static class PlacesGivenBack
{
    public static void Buggy() => Use(givesBackAlways: true);

    public static void Fixed() => Use(givesBackAlways: false);

    private static void Use(bool givesBackAlways)
    {
        using var places = new Semaphore(1, 1);
        void Eat()
        {
            if (places.WaitOne(0) || givesBackAlways)
                places.Release();
        }
        Run.Together(Eat, Eat);
    }
}

/// <summary>Whoever waits for any of several handles gets the first that is set, even if all are.</summary>
public static class FirstOfSeveral
{
    public static void Buggy() => Use(seen => seen == 1);

    public static void Fixed() => Use(seen => seen is 1 or 0);

    private static void Use(Func<int, bool> isExpected)
    {
        using var one = new AutoResetEvent(false);
        using var other = new AutoResetEvent(false);
        var seen = -1;
        Run.Together(
            () => other.Set(),
            () => one.Set(),
            () => seen = WaitHandle.WaitAny([one, other])
        );
        Run.Expect(isExpected(seen), $"number {seen}");
    }
}

/// <summary>What is waited for is looked at in one step: nobody sees the second event without the first, which was set before it.</summary>
public static class SetInOrder
{
    public static void Buggy() => Use(looksTwice: true);

    public static void Fixed() => Use(looksTwice: false);

    private static void Use(bool looksTwice)
    {
        using var first = new ManualResetEvent(false);
        using var second = new ManualResetEvent(false);
        var seen = 0;
        Run.Together(
            () =>
            {
                first.Set();
                second.Set();
            },
            () =>
                seen = looksTwice
                    ? (first.WaitOne(0) ? 0 : 1) + (second.WaitOne(0) ? 0 : 2)
                    : WaitHandle.WaitAny([first, second], 0)
        );
        Run.Expect(seen != 1, "the second is set, and the first is not");
    }
}

/// <summary>Who waits may go on whenever the event was set, also when it was reset and set again since.</summary>
public static class SetTwice
{
    public static void Buggy() => Use(isAnnounced: true);

    public static void Fixed() => Use(isAnnounced: false);

    private static void Use(bool isAnnounced)
    {
        using var open = new ManualResetEvent(isAnnounced);
        var (dishes, seen) = (0, 0);
        Run.Together(
            () =>
            {
                Volatile.Write(ref dishes, 1);
                open.Reset();
                Volatile.Write(ref dishes, 2);
                open.Set();
            },
            () =>
            {
                open.WaitOne();
                seen = Volatile.Read(ref dishes);
            }
        );
        Run.Expect(seen != 1, "dish 1 was seen");
    }
}
