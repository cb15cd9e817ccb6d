using Katas.Harness.Jobs;

namespace Katas.Harness.Pools.Cluster.Client;

/// <summary>One job that was submitted and has not ended: what is sent, and its future.</summary>
internal abstract class ClusterJob
{
    private readonly List<string> _workers = [];
    private volatile bool _isConfirmed;

    /// <summary>The job's number at its executor.</summary>
    public required long Number { get; init; }

    /// <summary>What is called, as JSON.</summary>
    public required string Method { get; init; }

    /// <summary>What it is called with, as JSON.</summary>
    public required byte[] Argument { get; init; }

    /// <summary>Whether the argument is a list of arguments.</summary>
    public required bool IsChunk { get; init; }

    /// <summary>Cancels the job.</summary>
    public required CancellationToken CancellationToken { get; init; }

    /// <summary>Whether the broker has confirmed that it has the job.</summary>
    public bool IsConfirmed => _isConfirmed;

    /// <summary>In which session, counted from 1, the job was sent last. For the client's loop that sends, which sends one after the other.</summary>
    public int SentInSession { get; set; }

    /// <summary>The workers that have begun with the job, in order. Guarded by <see cref="PendingJobs"/>, until the job is taken out there.</summary>
    public IReadOnlyList<string> Workers => _workers;

    /// <summary>Completes when the job has ended, however it has.</summary>
    protected abstract Task Ended { get; }

    /// <summary>Has an action called when the job's token is cancelled, until the job has ended.</summary>
    public void OnCancelled(Action<ClusterJob> cancel)
    {
        if (!CancellationToken.CanBeCanceled)
            return;
        var registration = CancellationToken.UnsafeRegister(_ => cancel(this), null);
        // The job may have ended already. A continuation runs all the same, where a field could be read before it was written.
        _ = Ended.ContinueWith(
            _ => registration.Unregister(),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
    }

    /// <summary>Notes that the broker has confirmed that it has the job.</summary>
    public void Confirm() => _isConfirmed = true;

    /// <summary>Notes that a worker has begun with the job.</summary>
    public void StartedBy(string worker) => _workers.Add(worker);

    /// <summary>Completes the future with what a worker answered.</summary>
    public void Complete(string? type, ReadOnlySpan<byte> body)
    {
        try
        {
            if (type == ClusterMessage.Value)
                Succeed(body);
            else if (type == ClusterMessage.Failed)
                Fail(JobJson.Read<FailedAnswer>(body));
            else
                Cancel();
        }
        catch (Exception e)
        {
            // An answer that cannot be read is the job's failure, not the connection's.
            Fail(e);
        }
    }

    public abstract void Fail(Exception exception);

    public abstract void Cancel();

    protected abstract void Succeed(ReadOnlySpan<byte> result);

    protected abstract void Fail(FailedAnswer answer);
}

/// <summary>A job with its future.</summary>
/// <typeparam name="TFuture">What the future carries.</typeparam>
internal abstract class ClusterJob<TFuture> : ClusterJob
{
    // A continuation of the caller's must not run on the thread that reads from the connection.
    private readonly TaskCompletionSource<TFuture> _future = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public Task<TFuture> Future => _future.Task;

    protected override Task Ended => Future;

    public override void Fail(Exception exception) => _future.TrySetException(exception);

    public override void Cancel() =>
        _future.TrySetCanceled(
            CancellationToken.IsCancellationRequested
                ? CancellationToken
                : new CancellationToken(canceled: true)
        );

    protected void Succeed(TFuture result) => _future.TrySetResult(result);
}
