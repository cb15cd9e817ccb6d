// wrong: turns an OperationCanceledException of the job into a cancelled future, so the guest does not get the exception that was thrown
// fails: A_job_that_gives_up_ends_its_future_too
// says: "its guest got another one"
namespace Katas.BuildThePool;

/// <summary>A fixed number of cooks, each a thread of the kitchen's own, who take orders off one rail until the kitchen closes.</summary>
public sealed class KitchenPool : IDisposable
{
    [ThreadStatic]
    private static KitchenPool? employer;

    private readonly BoundedQueue<Action<bool>> rail = new(100);
    private readonly Thread[] crew;
    private volatile bool dropping;

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
        if (employer == this)
            Cook(calledOff: false);
        else
            rail.Add(Cook);
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
            catch (OperationCanceledException)
            {
                future.SetCanceled(); // called off, not failed
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
        rail.Complete();
        foreach (Thread cook in crew)
            cook.Join();
    }

    /// <summary>Shuts down, after every job that was submitted.</summary>
    public void Dispose() => Shutdown();
}
