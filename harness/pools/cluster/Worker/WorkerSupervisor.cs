using System.Diagnostics;
using System.Globalization;

namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>The workers of one machine, each a process of its own, so that a job which ends its process ends no other. One that dies is replaced.</summary>
public sealed class WorkerSupervisor : IAsyncDisposable
{
    private readonly SupervisedWorker[] _workers;

    private WorkerSupervisor(SupervisedWorker[] workers) => _workers = workers;

    /// <summary>The process ids of the workers that are there now.</summary>
    public IReadOnlyList<int> ProcessIds =>
        [.. _workers.Select(worker => worker.ProcessId).OfType<int>()];

    /// <summary>Completes, with the reason, when a worker gives up: it cannot start, or the broker does not let it in.</summary>
    public Task GaveUp => Task.WhenAny(_workers.Select(worker => worker.Ended)).Unwrap();

    /// <summary>Starts workers and waits until all of them are ready for work.</summary>
    /// <param name="options">Where the cluster is.</param>
    /// <param name="workers">How many; at least 1.</param>
    /// <param name="log">Called with each line that a worker writes for people, and when one is replaced; by several threads at once.</param>
    /// <param name="cancellationToken">Gives up; no worker is left.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workers"/> is less than 1.</exception>
    /// <exception cref="WorkerStartException">The worker program ends as soon as it starts; the message has the last line of its output.</exception>
    public static Task<WorkerSupervisor> Start(
        ClusterOptions options,
        int workers,
        Action<string> log,
        CancellationToken cancellationToken = default
    ) => Start(() => WorkerProgram.StartInfo(options), workers, log, cancellationToken);

    /// <summary>The same with a program of the caller's own, which has to call <see cref="WorkerCommand.Work"/>.</summary>
    /// <param name="program">How to start it; its standard input and error are the supervisor's.</param>
    /// <param name="workers">How many; at least 1.</param>
    /// <param name="log">Called with each line that a worker writes for people, and when one is replaced; by several threads at once.</param>
    /// <param name="cancellationToken">Gives up; no worker is left.</param>
    /// <inheritdoc cref="Start(ClusterOptions, int, Action{string}, CancellationToken)" path="/exception"/>
    public static async Task<WorkerSupervisor> Start(
        Func<ProcessStartInfo> program,
        int workers,
        Action<string> log,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(log);
        var supervisor = new WorkerSupervisor([
            .. Enumerable.Range(0, workers).Select(_ => new SupervisedWorker(program, log)),
        ]);
        try
        {
            foreach (var worker in supervisor._workers)
                await worker.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
            return supervisor;
        }
        catch
        {
            await supervisor.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Asks the workers to end the jobs in hand and to exit, and waits until they have.</summary>
    public async ValueTask DisposeAsync() =>
        await Task.WhenAll(_workers.Select(worker => worker.Stop())).ConfigureAwait(false);

    /// <summary>Says how many workers are there, for an operator.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{ProcessIds.Count} workers");
}
