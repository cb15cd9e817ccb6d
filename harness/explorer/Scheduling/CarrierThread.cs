namespace Katas.Harness.Explorer.Scheduling;

/// <summary>A thread of the operating system that fibers run on, one after the other.</summary>
internal sealed class CarrierThread
{
    private const int Spins = 200;

    [ThreadStatic]
    private static CarrierThread? t_current;

    private readonly TurnSignal _turn = new(Spins);

    private CarrierThread(Execution execution, string name, Action<CarrierThread> run)
    {
        Execution = execution;
        Thread = new Thread(() =>
        {
            t_current = this;
            SynchronizationContext.SetSynchronizationContext(execution.Context);
            UncontrolledThreads.MarkOrigin(execution);
            run(this);
        })
        {
            IsBackground = true,
            Name = name,
        };
    }

    /// <summary>The carrier that the calling thread is, if it is one.</summary>
    public static CarrierThread? Current => t_current;

    /// <summary>The execution whose fibers it runs.</summary>
    public Execution Execution { get; }

    /// <summary>The fiber that runs on it, or is next to.</summary>
    public Fiber? Fiber { get; set; }

    /// <summary>The thread itself.</summary>
    public Thread Thread { get; }

    /// <summary>The fiber that the calling thread runs, if it is one of an execution's.</summary>
    public static Fiber? FiberOf(Execution execution) =>
        t_current is { } carrier && carrier.Execution == execution ? carrier.Fiber : null;

    /// <summary>Starts a carrier.</summary>
    /// <param name="execution">The execution whose fibers it runs.</param>
    /// <param name="name">The thread's name, for debuggers.</param>
    /// <param name="run">What it does until the thread ends, for example one fiber after the other.</param>
    public static CarrierThread Start(Execution execution, string name, Action<CarrierThread> run)
    {
        var carrier = new CarrierThread(execution, name, run);
        execution.Register(carrier);
        // The test's context (its current test, its culture's flow) stays with the test's thread.
        carrier.Thread.UnsafeStart();
        return carrier;
    }

    /// <summary>Gives this carrier the turn.</summary>
    public void Wake() => _turn.Set();

    /// <summary>Waits for the turn.</summary>
    public void Park() => _turn.Wait();
}
