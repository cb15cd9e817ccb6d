using System.Collections.Concurrent;
using System.Reflection;

namespace Katas.Harness.Jobs;

/// <summary>What an executor makes of each method that it is given, once for each method.</summary>
/// <typeparam name="T">What it makes.</typeparam>
/// <param name="make">Makes it. Called again when two threads bring the same new method at once; one of the two is kept.</param>
public sealed class JobMethodCache<T>(Func<JobMethod, T> make)
{
    private readonly ConcurrentDictionary<(MethodInfo, Type, Type), T> _known = new();

    /// <summary>What was made of a job's method.</summary>
    /// <typeparam name="TArgument">What the job is given.</typeparam>
    /// <typeparam name="TResult">What the job makes.</typeparam>
    /// <param name="job">The job.</param>
    /// <exception cref="ArgumentException">The job cannot leave this process; the message says why, and what to do.</exception>
    public T Of<TArgument, TResult>(Func<TArgument, CancellationToken, TResult> job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var key = (job.Method, typeof(TArgument), typeof(TResult));
        // A delegate of a known method may still be bound to an object or captured variables, so that is looked at each time.
        return JobMethod.CapturesNothing(job) && _known.TryGetValue(key, out var known)
            ? known
            : _known.GetOrAdd(key, make(JobMethod.Of(job)));
    }
}
