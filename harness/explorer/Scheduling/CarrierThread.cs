namespace Katas.Harness.Explorer.Scheduling;

/// <summary>A thread of the operating system that lends its stack to fibers, and is used again for the next ones.</summary>
internal sealed class CarrierThread
{
    // A waiter that spins gets the turn sooner than one that sleeps, if it comes at once; if it does not, or no core is free, spinning is what costs most.
    private const int Spins = 200;
    private static readonly int MaxSpinners = Environment.ProcessorCount - 1;
    private static int s_spinners;

    [ThreadStatic]
    private static CarrierThread? t_current;

    private readonly object _gate = new();
    private int _turn;

    private CarrierThread(Execution execution) => Execution = execution;

    /// <summary>The carrier that the calling thread is, if it is one.</summary>
    public static CarrierThread? Current => t_current;

    /// <summary>The fiber that the calling thread runs, if it is one of an execution's.</summary>
    public static Fiber? FiberOf(Execution execution) =>
        t_current is { } carrier && carrier.Execution == execution ? carrier.Fiber : null;

    /// <summary>The exploration it works for.</summary>
    public Execution Execution { get; }

    /// <summary>The fiber that runs on it, or is next to.</summary>
    public Fiber? Fiber { get; set; }

    /// <summary>The thread itself.</summary>
    public Thread Thread { get; private set; } = Thread.CurrentThread;

    /// <summary>Starts a carrier that runs an action once, for example one that waits for fibers.</summary>
    public static CarrierThread Start(Execution execution, string name, Action<CarrierThread> run)
    {
        var carrier = new CarrierThread(execution);
        carrier.Thread = new Thread(() =>
        {
            t_current = carrier;
            SynchronizationContext.SetSynchronizationContext(execution.Context);
            UncontrolledThreads.MarkOrigin(execution);
            run(carrier);
        })
        {
            IsBackground = true,
            Name = name,
        };
        // The test's context (its current test, its culture's flow) stays with the test's thread.
        carrier.Thread.UnsafeStart();
        return carrier;
    }

    /// <summary>Gives this carrier the turn.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            Volatile.Write(ref _turn, 1);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits for the turn.</summary>
    public void Park()
    {
        if (Interlocked.Increment(ref s_spinners) <= MaxSpinners)
        {
            for (var i = 0; i < Spins && Volatile.Read(ref _turn) == 0; i++)
                Thread.SpinWait(1);
        }
        Interlocked.Decrement(ref s_spinners);

        if (Volatile.Read(ref _turn) == 0)
        {
            lock (_gate)
            {
                while (_turn == 0)
                    Monitor.Wait(_gate);
            }
        }
        Volatile.Write(ref _turn, 0);
    }
}
