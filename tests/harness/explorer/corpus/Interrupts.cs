namespace Katas.Corpus;

/// <summary>A thread that is interrupted while it waits for the lock has not got it, and must not leave it.</summary>
public static class LeavesWhatItHasNotLocked
{
    public static void Buggy() => Use(entersOutside: false);

    public static void Fixed() => Use(entersOutside: true);

    private static void Use(bool entersOutside)
    {
        var (gate, done) = (new object(), 0);
        void Work()
        {
            try
            {
                if (entersOutside)
                {
                    lock (gate)
                        done++;
                    return;
                }
                try
                {
                    Monitor.Enter(gate);
                    done++;
                }
                finally
                {
                    Monitor.Exit(gate);
                }
            }
            catch (ThreadInterruptedException) { }
        }
        var worker = new Thread(Work);
        worker.Start();
        Run.Together(
            worker.Interrupt,
            () =>
            {
                lock (gate)
                    done++;
            }
        );
        worker.Join();
    }
}

/// <summary>An interrupt ends one wait only; who stops a worker by it must look whether the worker is to stop.</summary>
public static class StopsByInterrupt
{
    public static void Buggy() => Use(looks: false);

    public static void Fixed() => Use(looks: true);

    private static void Use(bool looks)
    {
        var (orders, mayGo) = (new AutoResetEvent(false), false);
        var worker = new Thread(() =>
        {
            while (!looks || !Volatile.Read(ref mayGo))
            {
                try
                {
                    orders.WaitOne();
                }
                catch (ThreadInterruptedException)
                {
                    // Somebody else's, perhaps.
                }
            }
        });
        worker.Start();
        Volatile.Write(ref mayGo, true);
        worker.Interrupt();
        worker.Join();
    }
}

/// <summary>What has to be put back in order when a wait for a pulse is interrupted.</summary>
public static class WaitsThatAreInterrupted
{
    public static void Buggy() => Use(putsBack: false);

    public static void Fixed() => Use(putsBack: true);

    private static void Use(bool putsBack)
    {
        var (gate, waiting, isOpen) = (new object(), 0, false);
        void Wait()
        {
            try
            {
                lock (gate)
                {
                    waiting++;
                    try
                    {
                        while (!isOpen)
                            Monitor.Wait(gate);
                        waiting--;
                    }
                    catch (ThreadInterruptedException) when (putsBack)
                    {
                        waiting--;
                    }
                }
            }
            catch (ThreadInterruptedException) { }
        }
        var guest = new Thread(Wait);
        guest.Start();
        Run.Together(
            guest.Interrupt,
            () =>
            {
                lock (gate)
                {
                    isOpen = true;
                    Monitor.PulseAll(gate);
                }
            }
        );
        guest.Join();
        Run.Expect(waiting == 0, $"{waiting} still wait");
    }
}

/// <summary>An interrupt that comes late is kept for the next wait, which may be another's business.</summary>
public static class LateInterrupts
{
    public static void Buggy() => Use(takesItBack: false);

    public static void Fixed() => Use(takesItBack: true);

    private static void Use(bool takesItBack)
    {
        var cooked = new ManualResetEvent(true);
        var isHandedOver = false;
        void Cook()
        {
            try
            {
                cooked.WaitOne();
            }
            catch (ThreadInterruptedException) { }
            if (takesItBack)
            {
                try
                {
                    while (!Volatile.Read(ref isHandedOver))
                        Thread.Sleep(0);
                    Thread.Sleep(0);
                }
                catch (ThreadInterruptedException) { }
            }
            Thread.Sleep(1);
        }
        var cook = new Thread(Cook);
        cook.Start();
        cook.Interrupt();
        Volatile.Write(ref isHandedOver, true);
        cook.Join();
    }
}
