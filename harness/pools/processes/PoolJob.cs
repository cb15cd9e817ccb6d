using Katas.Harness.Jobs;

namespace Katas.Harness.Pools.Processes;

/// <summary>
/// A job on its way through the pool: it waits, or it is with a worker, or it is done. What can change is guarded by the
/// dispatcher's lock; who has won <see cref="TryFinish"/> there completes the future outside it, alone.
/// </summary>
internal abstract class PoolJob
{
    private protected PoolJob(PoolMethod method) => Method = method;

    /// <summary>Its number.</summary>
    public long Id { get; private set; }

    /// <summary>The method that it calls.</summary>
    public PoolMethod Method { get; }

    /// <summary>What is sent to a worker; dropped once the job is done.</summary>
    public ReadOnlyMemory<byte> Frame { get; private protected set; }

    /// <summary>Its place in the queue; <see langword="null"/> when it is not there.</summary>
    public LinkedListNode<PoolJob>? Place { get; set; }

    /// <summary>The worker that has it; <see langword="null"/> while it waits.</summary>
    public WorkerLink? Worker { get; set; }

    /// <summary>Whether it was asked to stop, by its submitter or by a shutdown.</summary>
    public bool IsAskedToStop { get; set; }

    /// <summary>Whether its future is, or is about to be, completed.</summary>
    public bool IsDone { get; private set; }

    /// <summary>How often a worker has died between getting it and starting it.</summary>
    public int FalseStarts { get; set; }

    /// <summary>Gives it its number.</summary>
    public void Register(long id)
    {
        Id = id;
        WriteNumber(id);
    }

    /// <summary>Claims the right to complete the future.</summary>
    public bool TryFinish()
    {
        if (IsDone)
            return false;
        IsDone = true;
        Frame = default;
        return true;
    }

    public abstract void Succeed(ReadOnlySpan<byte> results);

    public abstract void Fail(Exception exception);

    public abstract void Fail(JobFailure failure, ReadOnlySpan<byte> results);

    public abstract void Cancel();

    private protected abstract void WriteNumber(long id);
}
