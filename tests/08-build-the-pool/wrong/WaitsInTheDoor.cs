// wrong: submit waits for room on the rail while it holds the lock that a cook needs for an inner order, so a full rail stops the cooks as well
// fails: A_guest_who_waits_for_room_keeps_no_cook_from_an_inner_job
// says: "a guest waits for room"
namespace Katas.BuildThePool;

/// <summary>A fixed number of cooks, each a thread of the kitchen's own, who take orders off one rail until the kitchen closes.</summary>
public sealed class KitchenPool : IDisposable
{
    [ThreadStatic]
    private static KitchenPool? employer;

    private readonly object door = new();
    private readonly BoundedQueue<Action<bool>> rail = new(100);
    private readonly Thread[] crew;
    private volatile bool dropping;
    private bool closed;

    /// <summary>Opens the kitchen: the cooks start, and wait for orders.</summary>
    public KitchenPool(int cooks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cooks, 1);
        crew = new Thread[cooks];
        for (var i = 0; i < cooks; i++)
        {
            crew[i] = new Thread(Work) { IsBackground = true, Name = $"cook {i + 1}" };
            crew[i].Start();
        }
    }

    private void Work()
    {
        employer = this;
        while (rail.TryTake(out Action<bool>? order))
            order(dropping);
    }

    /// <summary>Kata 3. Hands one job to the cooks and returns its future at once.</summary>
    public Task<TResult> Submit<TResult>(Func<TResult> job)
    {
        TaskCompletionSource<TResult> future = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        bool here;
        lock (door) // nobody closes the kitchen between the look at the door and the order on the rail
        {
            here = employer == this;
            if (!here)
            {
                if (closed)
                    throw new InvalidOperationException("The kitchen is shut down.");
                rail.Add(Cook);
            }
        }

        if (here)
            Cook(calledOff: false);
        return future.Task;

        void Cook(bool calledOff)
        {
            if (calledOff)
            {
                future.SetCanceled();
                return;
            }

            try
            {
                future.SetResult(job());
            }
            catch (Exception e)
            {
                future.SetException(e);
            }
        }
    }

    /// <summary>Kata 4. Runs the job once for each argument, by all cooks.</summary>
    public TResult[] Map<TArgument, TResult>(
        Func<TArgument, TResult> job,
        IEnumerable<TArgument> arguments
    )
    {
        List<Task<TResult>> futures =
        [
            .. arguments.Select(argument => Submit(() => job(argument))),
        ];
        return [.. futures.Select(future => future.GetAwaiter().GetResult())];
    }

    /// <summary>Kata 5. Closes the kitchen, and returns when the last cook has gone home.</summary>
    public void Shutdown(bool cancelPending = false)
    {
        if (cancelPending)
            dropping = true;
        lock (door)
            closed = true;
        rail.Complete();
        foreach (Thread cook in crew)
            cook.Join();
    }

    /// <summary>Shuts down, after every job that was submitted.</summary>
    public void Dispose() => Shutdown();
}
