using Katas.Harness.Executors;

namespace Katas.Harness.Timing;

/// <summary>One way to do a piece of work.</summary>
/// <param name="Name">What the tables call it, for example <c>threads</c>.</param>
/// <param name="Workers">How many workers it uses; at least 1.</param>
/// <param name="Start">Gets ready (starts a pool, say), outside the timed rounds; how long that takes is reported on its own.</param>
public sealed record Variant(string Name, int Workers, Func<Task<Session>> Start)
{
    /// <summary>Whether its workers share each job, so that the bound is the number of workers and not the schedule of whole jobs.</summary>
    public bool DividesJobs { get; init; }

    /// <summary>A way that needs nothing started.</summary>
    /// <param name="name">What the tables call it.</param>
    /// <param name="workers">How many workers it uses.</param>
    /// <param name="run">Does the work once and returns its output: a value, or an array of values, that other ways' outputs are compared with.</param>
    public static Variant Of(string name, int workers, Func<CancellationToken, Task<object>> run) =>
        new(name, workers, () => Task.FromResult(new Session(run)));

    /// <summary>A way on an executor that is made once, used for every round, and shut down at the end.</summary>
    /// <param name="create">Makes the executor.</param>
    /// <param name="workers">How many workers the executor has.</param>
    /// <param name="name">What the tables call it.</param>
    /// <param name="run">Does the work once on the executor and returns its output.</param>
    public static Variant On(
        string name,
        int workers,
        Func<IExecutor> create,
        Func<IExecutor, CancellationToken, Task<object>> run
    ) =>
        new(
            name,
            workers,
            async () =>
            {
                var executor = create();
                // A pool is ready when it has done something.
                await executor.Submit(Overhead.Nothing, 0).ConfigureAwait(false);
                return new Session(token => run(executor, token), executor);
            }
        );
}
