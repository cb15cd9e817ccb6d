// wrong: a Dispose while Shutdown(true) waits for the cooks sets the flag back, and the pending jobs are cooked after all
// fails: Whoever_closes_second_takes_no_cancelling_back
// says: "what a second Shutdown overwrites"

namespace Katas.BuildThePool;

/// <summary>A fixed number of cooks, who take orders off one rail until the kitchen closes.</summary>
public sealed class KitchenPool : IDisposable
{
    [ThreadStatic]
    private static KitchenPool? t_kitchen; // whose cook this thread is

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
        if (t_kitchen == this)
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
        _callsOff = cancelPending;
        _rail.Complete();
        foreach (var cook in _cooks)
            cook.Join();
    }

    /// <summary>Shuts down, after every job that was submitted.</summary>
    public void Dispose() => Shutdown();

    private void Work()
    {
        t_kitchen = this;
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
