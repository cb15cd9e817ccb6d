// wrong: the cook's mark is an AsyncLocal, which a job hands on to the threads and tasks that it starts, and these then cook themselves
// fails: A_thread_that_a_job_starts_is_no_cook
// says: "hands it on to the threads"

namespace Katas.BuildThePool;

/// <summary>A fixed number of cooks, who take orders off one rail until the kitchen closes.</summary>
public sealed class KitchenPool : IDisposable
{
    // Whose cook this is.
    private static readonly AsyncLocal<KitchenPool?> s_kitchen = new();

    private readonly BoundedQueue<Order> _rail = new(100);
    private readonly Thread[] _cooks;
    private volatile bool _callsOff;

    /// <summary>Opens the kitchen: the cooks start, and wait for orders.</summary>
    public KitchenPool(int cooks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cooks, 1);
        _cooks = new Thread[cooks];
        for (var i = 0; i < cooks; i++)
        {
            _cooks[i] = new Thread(Work) { IsBackground = true, Name = $"cook {i + 1}" };
            _cooks[i].Start();
        }
    }

    /// <summary>Kata 3. Hands one job to the cooks and returns its future at once.</summary>
    public Task<TResult> Submit<TResult>(Func<TResult> job)
    {
        TaskCompletionSource<TResult> source = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        Order order = new(() => Fill(source, job), () => source.SetCanceled());
        if (s_kitchen.Value == this)
            order.Cook();
        else
            _rail.Add(order);
        return source.Task;
    }

    /// <summary>Kata 4. Runs the job once for each argument, by all cooks.</summary>
    public TResult[] Map<TArgument, TResult>(
        Func<TArgument, TResult> job,
        IEnumerable<TArgument> arguments
    )
    {
        var futures = arguments.Select(argument => Submit(() => job(argument))).ToArray();
        return futures.Select(future => future.GetAwaiter().GetResult()).ToArray();
    }

    /// <summary>Kata 5. Closes the kitchen.</summary>
    public void Shutdown(bool cancelPending = false)
    {
        if (cancelPending)
            _callsOff = true;
        _rail.Complete();
        while (_callsOff && _rail.TryTake(out var order))
            order.CallOff();
        foreach (var cook in _cooks)
            cook.Join();
    }

    /// <summary>Shuts down, after every job that was submitted.</summary>
    public void Dispose() => Shutdown();

    private void Work()
    {
        s_kitchen.Value = this;
        while (_rail.TryTake(out var order))
        {
            if (_callsOff)
                order.CallOff();
            else
                order.Cook();
        }
    }

    private static void Fill<TResult>(TaskCompletionSource<TResult> source, Func<TResult> job)
    {
        TResult result;
        try
        {
            result = job();
        }
        catch (Exception e)
        {
            source.SetException(e);
            return;
        }
        source.SetResult(result);
    }

    private sealed record Order(Action Cook, Action CallOff);
}
