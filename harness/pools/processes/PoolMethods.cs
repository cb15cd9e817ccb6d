using System.Collections.Concurrent;
using System.Reflection;
using Katas.Harness.Jobs;
using Katas.Harness.Pools.Protocol;

namespace Katas.Harness.Pools.Processes;

/// <summary>The methods of one pool.</summary>
internal sealed class PoolMethods
{
    private readonly ConcurrentDictionary<(MethodInfo, Type, Type), PoolMethod> _known = new();
    private long _last;

    /// <summary>The method of a job.</summary>
    /// <exception cref="ArgumentException">The job cannot leave this process.</exception>
    public PoolMethod Of<TArgument, TResult>(Func<TArgument, CancellationToken, TResult> job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var key = (job.Method, typeof(TArgument), typeof(TResult));
        // A delegate of a known method may still be bound to an object or captured variables, so that is looked at each time.
        if (JobMethod.CapturesNothing(job) && _known.TryGetValue(key, out var known))
            return known;
        var description = JobMethod.Of(job);
        return _known.GetOrAdd(
            key,
            _ =>
            {
                var id = Interlocked.Increment(ref _last);
                var body = Frame.Begin(1024);
                MethodText.Put(body, description);
                return new PoolMethod(id, Frame.Seal(body, FrameKind.Method, id));
            }
        );
    }
}
