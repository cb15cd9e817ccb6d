namespace Katas.Harness.Executors;

/// <summary>
/// One submitted job and its future. Whoever claims it first decides: a worker runs it, a cancellation or a shutdown drops it. Executors
/// inside the process keep these in their queue.
/// </summary>
public abstract class Job
{
    private const int Pending = 0;
    private const int Claimed = 1;
    private int _state;

    /// <summary>Runs the job and completes its future, unless it was dropped before. Never throws: what the job throws travels to the future.</summary>
    public void Run()
    {
        if (Claim())
            RunClaimed();
    }

    /// <summary>Cancels the future of a job that has not started; a job that has is left alone.</summary>
    public void Drop()
    {
        if (Claim())
            DropClaimed();
    }

    private protected abstract void RunClaimed();

    private protected abstract void DropClaimed();

    private bool Claim() => Interlocked.CompareExchange(ref _state, Claimed, Pending) == Pending;
}

/// <inheritdoc/>
/// <typeparam name="TArgument">What the job is given.</typeparam>
/// <typeparam name="TResult">What the job makes.</typeparam>
public sealed class Job<TArgument, TResult> : Job
{
    private readonly Func<TArgument, CancellationToken, TResult> _work;
    private readonly TArgument _argument;
    private readonly CancellationToken _stop;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenRegistration _registration;

    // A continuation of the caller's must not run on the worker, nor keep it from its next job.
    private readonly TaskCompletionSource<TResult> _future = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>Makes a job that waits to be run.</summary>
    /// <param name="work">What is to be done.</param>
    /// <param name="argument">What <paramref name="work"/> is called with.</param>
    /// <param name="stop">The executor's own token: asks the job to stop while it runs. It does not drop a waiting job; <see cref="Job.Drop"/> does.</param>
    /// <param name="cancellationToken">The caller's token: drops the job while it waits, asks it to stop while it runs.</param>
    public Job(
        Func<TArgument, CancellationToken, TResult> work,
        TArgument argument,
        CancellationToken stop,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(work);
        _work = work;
        _argument = argument;
        _stop = stop;
        _cancellationToken = cancellationToken;
        // A token that is cancelled in this moment may drop the job before the field is written; there is nothing to unregister then.
        _registration = cancellationToken.UnsafeRegister(static job => ((Job)job!).Drop(), this);
    }

    /// <summary>The future: the job's value, its exception, or its cancellation.</summary>
    public Task<TResult> Future => _future.Task;

    private protected override void RunClaimed()
    {
        _registration.Unregister();
        using var both = _cancellationToken.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(_stop, _cancellationToken)
            : null;
        var token = both?.Token ?? _stop;
        try
        {
            _future.SetResult(_work(_argument, token));
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            Cancel();
        }
        catch (Exception e)
        {
            _future.SetException(e);
        }
    }

    private protected override void DropClaimed()
    {
        _registration.Unregister();
        Cancel();
    }

    private void Cancel() =>
        _future.SetCanceled(
            _cancellationToken.IsCancellationRequested
                ? _cancellationToken
                : new CancellationToken(canceled: true)
        );
}
