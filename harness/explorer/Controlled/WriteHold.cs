using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Holds a thread of no exploration that is about to write a field, until another one is about to write the same.</summary>
internal sealed class WriteHold
{
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(20);

    private static volatile WriteHold? s_current;

    private readonly object _gate = new();
    private readonly HashSet<int> _workers = [];
    private (object? Owner, int Field)? _held;
    private int _holder;

    // For all the waits together, in naps, which take longer on a busy machine, as the others do.
    private int _naps = 75;

    /// <summary>Where a second thread came to the field of the one that was held; 0 while none has.</summary>
    public int Site { get; private set; }

    /// <summary>Begins to hold writers; one hold at a time in a process.</summary>
    public static WriteHold Begin()
    {
        var hold = new WriteHold();
        if (Interlocked.CompareExchange(ref s_current, hold, null) is not null)
            throw new InvalidOperationException("Another test of this process holds writers.");
        SchedulingPoints.BeginExploration(isMemoryWeak: false);
        return hold;
    }

    /// <summary>Lets everybody go.</summary>
    public void End()
    {
        s_current = null;
        SchedulingPoints.EndExploration(isMemoryWeak: false);
        lock (_gate)
        {
            _held = null;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>The calling thread does some of the work. There are writers to hold once two do.</summary>
    public void AddWorker()
    {
        lock (_gate)
            _workers.Add(Environment.CurrentManagedThreadId);
    }

    /// <summary>What a scheduling point calls on a thread of no exploration, before it writes.</summary>
    public static void BeforeWrite(object? owner, int field, int site)
    {
        // The elements of an array are mostly one for each item, and have one writer.
        if (field != LocationKind.Element)
            s_current?.Hold(owner, field, site);
    }

    private void Hold(object? owner, int field, int site)
    {
        var thread = Environment.CurrentManagedThreadId;
        lock (_gate)
        {
            if (_workers.Count < 2 || Site != 0)
                return;
            if (_held is not { } held)
            {
                (_held, _holder) = ((owner, field), thread);
                WaitForAnother();
            }
            else if (ReferenceEquals(held.Owner, owner) && held.Field == field && _holder != thread)
            {
                Site = site;
                _held = null;
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>Another may never come: it waits for a lock that this thread holds, or writes elsewhere.</summary>
    private void WaitForAnother()
    {
        var thread = Environment.CurrentManagedThreadId;
        for (; _held is not null && _holder == thread && _naps > 0; _naps--)
            Monitor.Wait(_gate, Nap);
        if (_holder == thread)
            _held = null;
    }
}
