using Katas.Harness.Jobs;
using Katas.Harness.Pools.Protocol;

namespace Katas.Harness.Pools.Processes;

/// <summary>The methods of one pool, each with its number.</summary>
internal sealed class PoolMethods
{
    private readonly JobMethodCache<PoolMethod> _known;
    private long _last;

    public PoolMethods() => _known = new JobMethodCache<PoolMethod>(Number);

    /// <summary>The method of a job.</summary>
    /// <exception cref="ArgumentException">The job cannot leave this process.</exception>
    public PoolMethod Of<TArgument, TResult>(Func<TArgument, CancellationToken, TResult> job) =>
        _known.Of(job);

    private PoolMethod Number(JobMethod method)
    {
        var id = Interlocked.Increment(ref _last);
        var body = Frame.Begin(1024);
        MethodText.Put(body, method);
        return new PoolMethod(id, Frame.Seal(body, FrameKind.Method, id));
    }
}
