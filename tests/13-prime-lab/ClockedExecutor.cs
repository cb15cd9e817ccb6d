using Katas.Harness.Executors;
using Katas.Harness.Probes;

namespace Katas.PrimeLab;

/// <summary>An executor whose jobs take exactly as long as the test says, on a clock that the test owns.</summary>
/// <param name="name">What it is called.</param>
/// <param name="clock">The clock that each job moves.</param>
/// <param name="secondsPerJob">How long a job takes, given how many came before it.</param>
internal sealed class ClockedExecutor(
    string name,
    ManualTimeProvider clock,
    Func<int, double> secondsPerJob
) : IExecutor
{
    private readonly SequentialExecutor _inner = new();

    /// <summary>Whether it turns an answer round, given how many jobs came before it.</summary>
    public Func<int, bool> Lies { get; init; } = _ => false;

    /// <summary>Whether it leaves out the last answer of a stream.</summary>
    public bool LeavesOutTheLast { get; init; }

    /// <summary>Whether it has left out an answer: whoever submits one job at a time gets them all.</summary>
    public bool HasLeftOut { get; private set; }

    public int JobsDone { get; private set; }

    public bool IsShutDown { get; private set; }

    public string Name => name;

    public int Workers => 3;

    public Task<TResult> Submit<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        TArgument argument,
        CancellationToken cancellationToken = default
    ) => _inner.Submit(Clocked(job), argument, cancellationToken);

    public IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        CancellationToken cancellationToken = default
    )
    {
        var answers = _inner.Stream(Clocked(job), arguments, chunkSize, cancellationToken);
        return LeavesOutTheLast ? AllButTheLast(answers) : answers;
    }

    public Task Shutdown(bool cancelPending = false)
    {
        IsShutDown = true;
        return _inner.Shutdown(cancelPending);
    }

    public ValueTask DisposeAsync() => new(Shutdown());

    private Func<TArgument, CancellationToken, TResult> Clocked<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job
    ) =>
        (argument, token) =>
        {
            var before = JobsDone++;
            clock.Advance(TimeSpan.FromSeconds(secondsPerJob(before)));
            var result = job(argument, token);
            return Lies(before) && result is bool answer ? (TResult)(object)!answer : result;
        };

    private async IAsyncEnumerable<TResult> AllButTheLast<TResult>(
        IAsyncEnumerable<TResult> answers
    )
    {
        var held = new Queue<TResult>();
        await foreach (var answer in answers)
        {
            held.Enqueue(answer);
            if (held.Count > 1)
                yield return held.Dequeue();
        }
        HasLeftOut = true;
    }
}
