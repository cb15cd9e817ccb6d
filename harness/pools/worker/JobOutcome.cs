using System.Buffers;
using System.Collections.Concurrent;
using Katas.Harness.Jobs;
using Katas.Harness.Pools.Protocol;

namespace Katas.Harness.Pools.Worker;

/// <summary>How a job ended, as the frame that reports it.</summary>
internal sealed class JobOutcome
{
    private readonly ArrayBufferWriter<byte> _frame = Frame.Begin();
    private readonly long _id;
    private FrameKind _kind;

    private JobOutcome(long id) => _id = id;

    /// <summary>Runs the job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="methods">The methods the pool has named.</param>
    /// <param name="afterEach">Called after each of its arguments.</param>
    public static JobOutcome Run(
        JobRequest job,
        ConcurrentDictionary<long, Lazy<LoadedJob>> methods,
        Action afterEach
    )
    {
        var outcome = new JobOutcome(job.Id);
        Frame.Put(outcome._frame, 0);
        try
        {
            methods[job.Method].Value.RunAll(job.Arguments, outcome._frame, afterEach, job.Stop);
            outcome._kind = FrameKind.Result;
        }
        catch (OperationCanceledException) when (job.Stop.IsCancellationRequested)
        {
            outcome.Clear();
            outcome._kind = FrameKind.Cancelled;
        }
        catch (Exception e)
        {
            outcome.Fail(JobFailure.From(e));
        }
        return outcome;
    }

    /// <summary>The finished frame.</summary>
    /// <param name="next">The number of the job that starts now; 0 for none.</param>
    public ReadOnlyMemory<byte> Seal(long next)
    {
        var sealedFrame = Frame.Seal(_frame, _kind, _id);
        System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(
            System.Runtime.InteropServices.MemoryMarshal.AsMemory(sealedFrame).Span[
                Frame.HeaderSize..
            ],
            next
        );
        return sealedFrame;
    }

    /// <summary>Puts the failure before the results that were made until then.</summary>
    private void Fail(JobFailure failure)
    {
        var results = _frame.WrittenSpan[(Frame.HeaderSize + sizeof(long))..].ToArray();
        Clear();
        Frame.Put(_frame, failure.Type);
        Frame.Put(_frame, failure.Message);
        Frame.Put(_frame, failure.StackTrace);
        _frame.Write(results);
        _kind = FrameKind.Failed;
    }

    private void Clear()
    {
        _frame.ResetWrittenCount();
        _frame.Write(stackalloc byte[Frame.HeaderSize + sizeof(long)]);
    }
}
