using Katas.Harness.Jobs;

namespace Katas.Harness.Pools.Cluster.Client;

/// <summary>One job that was submitted and has not ended: what is sent, and who waits for it.</summary>
internal abstract class ClusterJob
{
    private readonly List<string> _workers = [];

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
    public bool IsConfirmed { get; set; }

    /// <summary>On which line, counted from 1, the job was sent last.</summary>
    public int SentOnLine { get; set; }

    /// <summary>The workers that have begun with the job, in order.</summary>
    public IReadOnlyList<string> Workers => _workers;

    /// <summary>Ends the wait for a cancellation.</summary>
    public CancellationTokenRegistration Registration { private get; set; }

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
            // An answer that cannot be read is the job's failure, not the line's.
            Fail(e);
        }
        Registration.Unregister();
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
    // A continuation of the caller's must not run on the thread that reads the line.
    private readonly TaskCompletionSource<TFuture> _future = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public Task<TFuture> Future => _future.Task;

    public override void Fail(Exception exception) => _future.TrySetException(exception);

    public override void Cancel() =>
        _future.TrySetCanceled(
            CancellationToken.IsCancellationRequested
                ? CancellationToken
                : new CancellationToken(canceled: true)
        );

    protected void Succeed(TFuture result) => _future.TrySetResult(result);
}
