namespace Katas.Corpus;

/// <summary>A wait of the pool that is unregistered may have a callback that still runs.</summary>
public static class CallbacksThatStillRun
{
    public static void Buggy() => Use(waits: false);

    public static void Fixed() => Use(waits: true);

    private static void Use(bool waits)
    {
        using var arrived = new AutoResetEvent(false);
        using var idle = new ManualResetEvent(false);
        var (isOpen, servedClosed) = (true, false);
        void Serve(object? state, bool timedOut)
        {
            if (!Volatile.Read(ref isOpen))
                servedClosed = true;
        }
        var wait = ThreadPool.RegisterWaitForSingleObject(
            arrived,
            Serve,
            null,
            Timeout.Infinite,
            executeOnlyOnce: false
        );
        arrived.Set();
        wait.Unregister(waits ? idle : null);
        if (waits)
            idle.WaitOne();
        Volatile.Write(ref isOpen, false);
        // Natively the callback comes some time later; here the test waits for it by ending.
        Run.Together(() => Run.Expect(!servedClosed, "served after closing time"));
    }
}

/// <summary>A signal and a timeout each call once, unless the wait is for one of the two.</summary>
public static class SignalOrTimeout
{
    public static void Buggy() => Use(executeOnlyOnce: false);

    public static void Fixed() => Use(executeOnlyOnce: true);

    private static void Use(bool executeOnlyOnce)
    {
        using var answered = new ManualResetEventSlim();
        using var arrived = new AutoResetEvent(false);
        var answers = 0;
        var wait = ThreadPool.RegisterWaitForSingleObject(
            arrived,
            (_, timedOut) =>
            {
                Run.Expect(
                    Interlocked.Increment(ref answers) == 1,
                    timedOut ? "answered, then too late" : "too late, then answered"
                );
                answered.Set();
            },
            null,
            TimeSpan.FromSeconds(1),
            executeOnlyOnce
        );
        arrived.Set();
        answered.Wait();
        wait.Unregister(null);
    }
}

/// <summary>A handle that stays set calls again and again.</summary>
public static class HandleThatStaysSet
{
    public static void Calls()
    {
        using var open = new ManualResetEvent(true);
        var calls = 0;
        var wait = ThreadPool.RegisterWaitForSingleObject(
            open,
            (_, _) => Interlocked.Increment(ref calls),
            null,
            Timeout.Infinite,
            executeOnlyOnce: false
        );
        Run.Together(() => wait.Unregister(null));
    }
}
