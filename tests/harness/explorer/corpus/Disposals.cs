namespace Katas.Corpus;

public static class SourceDisposedBesideACancel
{
    private static void Use(bool locks)
    {
        var (source, gate, isOver) = (new CancellationTokenSource(), new Lock(), false);
        Run.Together(
            () =>
            {
                if (!locks)
                {
                    source.Cancel();
                    return;
                }
                lock (gate)
                {
                    if (!isOver)
                        source.Cancel();
                }
            },
            () =>
            {
                lock (gate)
                {
                    isOver = true;
                    source.Dispose();
                }
            }
        );
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class SemaphoreDisposedBesideARelease
{
    private static void Use(bool waits)
    {
        using var slots = new SemaphoreSlim(0);
        var chefs = new List<Thread>();
        for (var i = 0; i < 2; i++)
            chefs.Add(new Thread(() => slots.Release()));
        chefs.ForEach(chef => chef.Start());
        slots.Wait();
        if (waits)
            slots.Wait();
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class RegistrationDisposedUnderALock
{
    // Dispose waits for the callback, and the callback for the lock.
    private static void Use(bool inside)
    {
        var (gate, source, waiters) = (new Lock(), new CancellationTokenSource(), 0);
        void Enter()
        {
            CancellationTokenRegistration registration;
            lock (gate)
            {
                waiters++;
                registration = source.Token.Register(() =>
                {
                    lock (gate)
                        waiters--;
                });
                if (inside)
                    registration.Dispose();
            }
            if (!inside)
                registration.Dispose();
        }
        Run.Together(Enter, source.Cancel);
    }

    public static void Buggy() => Use(true);

    public static void Fixed() => Use(false);
}

public static class RegistrationDoesNotWait
{
    // Once Dispose has come back, the callback has run or never will; after Unregister it may still run.
    private static void Use(bool disposes)
    {
        var (source, isOpen, wasClosed) = (new CancellationTokenSource(), true, false);
        Run.Together(
            () =>
            {
                var registration = source.Token.Register(() =>
                {
                    if (!Volatile.Read(ref isOpen))
                        wasClosed = true;
                });
                if (disposes)
                {
                    using (registration) { }
                }
                else
                {
                    registration.Unregister();
                }
                Volatile.Write(ref isOpen, false);
            },
            source.Cancel
        );
        Run.Expect(!wasClosed, "the callback came after the end");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class TimerFiresAfterItsEnd
{
    private static void Use(bool waits)
    {
        var (isOpen, wasClosed) = (true, false);
        var timer = new Timer(
            _ =>
            {
                if (!Volatile.Read(ref isOpen))
                    Volatile.Write(ref wasClosed, true);
            },
            null,
            10,
            Timeout.Infinite
        );
        if (waits)
            timer.DisposeAsync().AsTask().Wait();
        else
            timer.Dispose();
        Volatile.Write(ref isOpen, false);
        Run.Expect(!Volatile.Read(ref wasClosed), "the timer fired after it was disposed of");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}
