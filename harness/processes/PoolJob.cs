using System.Buffers;
using System.Runtime.ExceptionServices;
using Katas.Harness.Executors;
using Katas.Harness.Jobs;
using Katas.Worker;

namespace Katas.Harness.Processes;

/// <summary>A job on its way through the pool: it waits, or it is with a worker, or it is done. Its fields belong to the dispatcher's lock.</summary>
internal abstract class PoolJob
{
    private protected PoolJob(PoolMethod method) => Method = method;

    /// <summary>Its number.</summary>
    public long Id { get; private set; }

    /// <summary>What it calls.</summary>
    public PoolMethod Method { get; }

    /// <summary>What is sent to a worker; dropped once the job is done.</summary>
    public ReadOnlyMemory<byte> Frame { get; private protected set; }

    /// <summary>Its place among those that wait.</summary>
    public LinkedListNode<PoolJob>? Place { get; set; }

    /// <summary>Who has it.</summary>
    public WorkerLink? Worker { get; set; }

    /// <summary>Whether somebody wants it to stop.</summary>
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

/// <summary>The same with its types.</summary>
internal sealed class PoolJob<TArgument, TResult> : PoolJob
{
    private readonly ArrayBufferWriter<byte> _buffer;
    private readonly CancellationToken _cancellationToken;
    private CancellationTokenRegistration _registration;
    private readonly TaskCompletionSource<Chunk<TResult>> _future = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public PoolJob(
        PoolMethod method,
        ReadOnlySpan<TArgument> arguments,
        CancellationToken cancellationToken
    )
        : base(method)
    {
        _cancellationToken = cancellationToken;
        _buffer = Katas.Worker.Frame.Begin();
        Katas.Worker.Frame.Put(_buffer, method.Id);
        JobJson.WriteAll(_buffer, arguments);
    }

    /// <summary>The future.</summary>
    public Task<Chunk<TResult>> Future => _future.Task;

    /// <summary>Has the job cancelled when the caller wants it; for a job that is not yet in the queue.</summary>
    public void Watch(Dispatcher dispatcher) =>
        _registration = _cancellationToken.UnsafeRegister(_ => dispatcher.Cancel(this), null);

    public override void Succeed(ReadOnlySpan<byte> results)
    {
        _registration.Unregister();
        try
        {
            _future.SetResult(new Chunk<TResult>(JobJson.ReadAll<TResult>(results)));
        }
        catch (Exception e)
        {
            _future.SetException(e);
        }
    }

    public override void Fail(Exception exception)
    {
        _registration.Unregister();
        _future.SetException(exception);
    }

    public override void Fail(JobFailure failure, ReadOnlySpan<byte> results)
    {
        _registration.Unregister();
        try
        {
            _future.SetResult(
                new Chunk<TResult>(
                    JobJson.ReadAll<TResult>(results),
                    ExceptionDispatchInfo.Capture(new RemoteJobException(failure))
                )
            );
        }
        catch (Exception e)
        {
            _future.SetException(e);
        }
    }

    public override void Cancel()
    {
        _registration.Unregister();
        _future.SetCanceled(
            _cancellationToken.IsCancellationRequested
                ? _cancellationToken
                : new CancellationToken(canceled: true)
        );
    }

    private protected override void WriteNumber(long id) =>
        Frame = Katas.Worker.Frame.Seal(_buffer, FrameKind.Run, id);
}
