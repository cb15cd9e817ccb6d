using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// One loop of <see cref="Parallel"/>. With few iterations, each has a fiber of its own, so that they come in every order; with more, or with values
/// of each worker's own, a few workers take one iteration after the other.
/// </summary>
/// <param name="execution">The schedule.</param>
/// <param name="options">The loop's options, if it has any.</param>
/// <param name="site">Where the loop stands.</param>
internal sealed class ParallelLoop(Execution execution, ParallelOptions? options, int site)
{
    private const int MostFibers = 4;
    private const int Workers = 2;

    private static readonly ConditionalWeakTable<ParallelLoopState, ParallelLoop> Loops = [];

    // A state is only the key of its loop here; an iteration's number is kept beside it.
    private static readonly ConditionalWeakTable<ParallelLoopState, StrongBox<long>> Iterations =
    [];

    private readonly List<Exception> _exceptions = [];
    private long _next;
    private int _unfinished;

    /// <summary>Whether no iteration begins any more.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether an iteration has thrown.</summary>
    public bool IsExceptional => _exceptions.Count > 0;

    /// <summary>The lowest iteration that has asked for none after it.</summary>
    public long? LowestBreak { get; private set; }

    public static ParallelLoop? Of(ParallelLoopState state, int site, OperationKind kind)
    {
        if (
            !SchedulingPoints.IsExplored(out _, out var fiber)
            || !Loops.TryGetValue(state, out var loop)
        )
            return null;
        loop.Step(fiber, kind, kind == OperationKind.Read ? "looks at" : "stops", site);
        return loop;
    }

    /// <summary>The iteration that a state was handed to.</summary>
    public static long IterationOf(ParallelLoopState state) =>
        Iterations.TryGetValue(state, out var number) ? number.Value : 0;

    public void Stop() => IsStopped = true;

    public void Break(long iteration) =>
        LowestBreak = Math.Min(LowestBreak ?? long.MaxValue, iteration);

    /// <summary>Whether an iteration that runs may as well end.</summary>
    public bool ShouldExit(long iteration) => IsStopped || IsExceptional || LowestBreak < iteration;

    /// <summary>Runs the iterations, and throws what they have thrown.</summary>
    public ParallelLoopResult Run<TLocal>(
        long from,
        long to,
        Func<TLocal>? begin,
        Func<long, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal>? end
    )
    {
        options?.CancellationToken.ThrowIfCancellationRequested();
        var count = Math.Max(0, to - from);
        var isEach =
            begin is null && count <= MostFibers && options is not { MaxDegreeOfParallelism: > 0 };
        var most = options is { MaxDegreeOfParallelism: > 0 and var degree } ? degree : Workers;
        if (!isEach && count > 1 && most > 1 && (begin is not null || count > most))
            execution.LeaveOut(LeftOut.ParallelLoops);
        _next = from;
        RunAll(
            (int)(isEach ? count : Math.Min(count, most)),
            worker => Work(isEach ? from + worker : null, to, begin, body, end)
        );
        if (options?.CancellationToken.IsCancellationRequested == true && _exceptions.Count == 0)
            options.CancellationToken.ThrowIfCancellationRequested();
        if (_exceptions.Count > 0)
            throw new AggregateException(_exceptions);
        var result = default(ParallelLoopResult);
        CompletedOf(ref result) = !IsStopped && LowestBreak is null;
        LowestOf(ref result) = LowestBreak;
        return result;
    }

    /// <summary>Runs workers at the same time, the first on the caller's own fiber, until all have ended.</summary>
    public void RunAll(int workers, Action<int> work)
    {
        if (CarrierThread.FiberOf(execution) is not { } fiber)
            return;
        _unfinished = workers;
        for (var i = 1; i < workers; i++)
        {
            var worker = i;
            execution
                .Spawn(fiber, $"worker {execution.Fibers.Count}", () => Run(worker))
                .IsBackground = true;
        }
        if (workers > 0)
            Run(0);
        execution.Reach(
            fiber,
            new(
                OperationKind.Read,
                Location,
                site,
                new Condition(() => _unfinished == 0),
                "waits for the end of",
                Wait: WaitKind.Condition
            )
        );
        execution.Commit(fiber, OperationKind.Read);

        void Run(int worker)
        {
            try
            {
                work(worker);
            }
            catch (Exception e) when (e is not ScheduleEndedException)
            {
                Change("fails in");
                _exceptions.Add(e);
            }
            Change("ends its part of");
            _unfinished--;
        }
    }

    private Location Location => execution.Heap.Of(this, LocationKind.Parallel);

    private void Work<TLocal>(
        long? only,
        long to,
        Func<TLocal>? begin,
        Func<long, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal>? end
    )
    {
        var (local, hasLocal) = (default(TLocal)!, false);
        try
        {
            while (TryTake(only, to, out var iteration))
            {
                if (begin is not null && !hasLocal)
                    local = begin();
                hasLocal = true;
                local = body(iteration, NewState(iteration), local);
                if (only is not null)
                    return;
            }
        }
        finally
        {
            if (hasLocal)
                end?.Invoke(local);
        }
    }

    /// <summary>Whether there is another iteration to begin.</summary>
    private bool TryTake(long? only, long to, out long iteration)
    {
        Change("takes the next part of");
        if (options is { CancellationToken.CanBeCanceled: true })
            Tasks.Observe("looks at a token", site);
        iteration = only ?? _next;
        if (
            iteration >= to
            || ShouldExit(iteration)
            || options?.CancellationToken.IsCancellationRequested == true
        )
            return false;
        _next++;
        return true;
    }

    private ParallelLoopState NewState(long iteration)
    {
        var state = (ParallelLoopState)
            RuntimeHelpers.GetUninitializedObject(typeof(ParallelLoopState));
        Loops.Add(state, this);
        Iterations.Add(state, new StrongBox<long>(iteration));
        return state;
    }

    private void Change(string what)
    {
        if (CarrierThread.FiberOf(execution) is { } fiber)
            Step(fiber, OperationKind.Write, what, site);
    }

    private void Step(Fiber fiber, OperationKind kind, string what, int where) =>
        execution.Step(fiber, new(kind, Location, where, null, what));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_completed")]
    private static extern ref bool CompletedOf(ref ParallelLoopResult result);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_lowestBreakIteration")]
    private static extern ref long? LowestOf(ref ParallelLoopResult result);
}
