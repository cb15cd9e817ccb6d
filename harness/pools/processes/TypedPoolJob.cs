using System.Buffers;
using System.Runtime.ExceptionServices;
using Katas.Harness.Executors;
using Katas.Harness.Jobs;
using Katas.Harness.Pools.Protocol;

namespace Katas.Harness.Pools.Processes;

/// <summary>A job with its types and its future.</summary>
/// <typeparam name="TArgument">What it is given.</typeparam>
/// <typeparam name="TResult">What it makes of each argument.</typeparam>
/// <typeparam name="TFuture">What its submitter gets.</typeparam>
internal abstract class TypedPoolJob<TArgument, TResult, TFuture> : PoolJob
{
    private readonly ArrayBufferWriter<byte> _buffer;
    private readonly CancellationToken _cancellationToken;
    private readonly TaskCompletionSource<TFuture> _future = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private CancellationTokenRegistration _registration;

    private protected TypedPoolJob(
        PoolMethod method,
        ReadOnlySpan<TArgument> arguments,
        CancellationToken cancellationToken
    )
        : base(method)
    {
        _cancellationToken = cancellationToken;
        _buffer = Protocol.Frame.Begin();
        Protocol.Frame.Put(_buffer, method.Id);
        JobJson.WriteAll(_buffer, arguments);
    }

    /// <summary>The future.</summary>
    public Task<TFuture> Future => _future.Task;

    /// <summary>Has the job cancelled when the caller's token is; to be called before the job is in the queue.</summary>
    /// <remarks>
    /// A token that is cancelled in this moment may end the job before the field is written. The registration has fired then, and there is
    /// nothing left to unregister.
    /// </remarks>
    public void Watch(Dispatcher dispatcher) =>
        _registration = _cancellationToken.UnsafeRegister(_ => dispatcher.Cancel(this), null);

    public override void Succeed(ReadOnlySpan<byte> results) => Complete(results, null);

    public override void Fail(JobFailure failure, ReadOnlySpan<byte> results) =>
        Complete(results, ExceptionDispatchInfo.Capture(new RemoteJobException(failure)));

    public override void Fail(Exception exception)
    {
        _registration.Unregister();
        _future.SetException(exception);
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

    /// <summary>What the submitter gets for what came back; throws what the submitter is to see thrown.</summary>
    private protected abstract TFuture Make(Chunk<TResult> chunk);

    private protected override void WriteNumber(long id) =>
        Frame = Protocol.Frame.Seal(_buffer, FrameKind.Run, id);

    private void Complete(ReadOnlySpan<byte> results, ExceptionDispatchInfo? failure)
    {
        _registration.Unregister();
        try
        {
            _future.SetResult(Make(new Chunk<TResult>(JobJson.ReadAll<TResult>(results), failure)));
        }
        catch (Exception e)
        {
            _future.SetException(e);
        }
    }
}
