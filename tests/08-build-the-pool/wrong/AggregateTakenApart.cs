// wrong: an AggregateException is taken apart
// fails: What_a_job_throws_is_not_taken_apart
// says: "Look at what is done with this type alone"

namespace Katas.BuildThePool;

/// <summary>A fixed number of cooks, each a thread of the kitchen's own, who take orders off one rail until the kitchen closes.</summary>
public sealed class KitchenPool : IDisposable
{
    private const int RailLength = 100;

    [ThreadStatic]
    private static KitchenPool? t_mine;

    private readonly BoundedQueue<Order> _rail = new(RailLength);
    private readonly Thread[] _cooks;
    private volatile bool _isCancelling;

    /// <summary>Opens the kitchen: the cooks start, and wait for orders.</summary>
    /// <param name="cooks">How many; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cooks"/> is less than 1.</exception>
    public KitchenPool(int cooks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cooks, 1);
        _cooks = new Thread[cooks];
        for (var i = 0; i < cooks; i++)
        {
            _cooks[i] = new Thread(Cook) { IsBackground = true, Name = "cook" };
            _cooks[i].Start();
        }
    }

    /// <summary>
    /// Kata 3. Hands one job to the cooks and returns its future at once; one of them runs the job when it is its turn.
    /// </summary>
    /// <remarks>
    /// The future carries what the job returns, or the exception that it throws; a job that throws costs no cook. The rail has room for a
    /// hundred jobs; while it is full, this call waits. A job that submits to its own kitchen and waits for the answer must get it,
    /// even if there is only one cook: that cook does the inner job at once, inside the outer one.
    /// </remarks>
    /// <typeparam name="TResult">What the job makes.</typeparam>
    /// <param name="job">The work.</param>
    /// <returns>The future of the result.</returns>
    /// <exception cref="InvalidOperationException">The kitchen is shut down (kata 5).</exception>
    public Task<TResult> Submit<TResult>(Func<TResult> job)
    {
        var order = new Order<TResult>(job);
        // A cook must not wait here for a cook: that might be this very cook.
        if (t_mine == this)
            order.Run();
        else
            _rail.Add(order);
        return order.Future;
    }

    /// <summary>
    /// Kata 4. Runs <paramref name="job"/> once for each argument, by all cooks, and returns when all results are there.
    /// </summary>
    /// <typeparam name="TArgument">What a job is given.</typeparam>
    /// <typeparam name="TResult">What a job makes.</typeparam>
    /// <param name="job">The work.</param>
    /// <param name="arguments">What the job is called with, one at a time.</param>
    /// <returns>The results in the order of the arguments, whichever was ready first. The first exception, in that order, is thrown.</returns>
    public TResult[] Map<TArgument, TResult>(
        Func<TArgument, TResult> job,
        IEnumerable<TArgument> arguments
    )
    {
        // All are submitted before the first is waited for: ToArray is what makes them overlap.
        var futures = arguments.Select(argument => Submit(() => job(argument))).ToArray();
        // And all are waited for before a failure is thrown: no job runs on behind the back of whoever has caught it.
        Task all = Task.WhenAll(futures);
        all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        return [.. futures.Select(future => future.GetAwaiter().GetResult())];
    }

    /// <summary>
    /// Kata 5. Closes the kitchen: takes no more jobs, and returns when the last cook has gone home. Not to be called by a cook.
    /// </summary>
    /// <remarks>Jobs that run are finished in any case. Calling it again is harmless.</remarks>
    /// <param name="cancelPending">
    /// <see langword="false"/> to run every job that was submitted; <see langword="true"/> to cancel the futures of those that have not started.
    /// </param>
    public void Shutdown(bool cancelPending = false)
    {
        if (cancelPending)
            _isCancelling = true;
        _rail.Complete();
        foreach (var cook in _cooks)
            cook.Join();
    }

    /// <summary>Shuts down, after every job that was submitted.</summary>
    public void Dispose() => Shutdown();

    private void Cook()
    {
        t_mine = this;
        while (_rail.TryTake(out var order))
        {
            if (_isCancelling)
                order.Cancel();
            else
                order.Run();
        }
    }

    /// <summary>A job on the rail, whatever it makes.</summary>
    private abstract class Order
    {
        public abstract void Run();

        public abstract void Cancel();
    }

    /// <summary>A job with the two ends of its result: the cook fills the source, the customer holds the future.</summary>
    private sealed class Order<TResult>(Func<TResult> job) : Order
    {
        // What the customer does with the bowl is not done by the cook.
        private readonly TaskCompletionSource<TResult> _source = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );

        public Task<TResult> Future => _source.Task;

        public override void Run()
        {
            try
            {
                _source.SetResult(job());
            }
            catch (Exception e)
            {
                // The exception belongs to whoever asked for the job: the cook goes on to the next.
                _source.SetException(
                    e is AggregateException { InnerException: { } inner } ? inner : e
                );
            }
        }

        public override void Cancel() => _source.SetCanceled();
    }
}
