using System.Globalization;
using Katas.Harness.Executors;
using Katas.Harness.Pools.Broker;
using Katas.Harness.Pools.Cluster.Worker;

namespace Katas.Harness.Pools.Cluster;

/// <summary>
/// A cluster whose workers all run on this machine, for tests and timings: the broker of <see cref="SharedBroker"/>, workers with
/// their supervisor, and an executor. Every job takes the way that it would take to another machine.
/// </summary>
public sealed class LocalCluster : IOutOfProcessExecutor
{
    private static int s_clusters;

    private readonly ClusterOptions _options;
    private readonly WorkerSupervisor _supervisor;
    private readonly ClusterExecutor _executor;

    private LocalCluster(
        ClusterOptions options,
        WorkerSupervisor supervisor,
        ClusterExecutor executor
    ) => (_options, _supervisor, _executor) = (options, supervisor, executor);

    /// <inheritdoc/>
    public string Name => _executor.Name;

    /// <inheritdoc/>
    public int Workers => _executor.Workers;

    /// <inheritdoc/>
    public IReadOnlyList<int> WorkerProcessIds => _supervisor.ProcessIds;

    /// <summary>Starts the workers, and the broker if there is none yet.</summary>
    /// <param name="workers">How many workers; at least 1.</param>
    /// <param name="log">Called with each line that a worker writes for people; by several threads at once.</param>
    /// <exception cref="InvalidOperationException">There is no broker here (see <see cref="SharedBroker.Missing"/>).</exception>
    public static async Task<LocalCluster> Start(int workers, Action<string> log)
    {
        var options = new ClusterOptions(await SharedBroker.Address().ConfigureAwait(false))
        {
            Name = string.Create(
                CultureInfo.InvariantCulture,
                $"katas-{Environment.ProcessId}-{Interlocked.Increment(ref s_clusters)}"
            ),
        };
        var supervisor = await WorkerSupervisor.Start(options, workers, log).ConfigureAwait(false);
        try
        {
            var executor = await ClusterExecutor.Connect(options).ConfigureAwait(false);
            executor.AssumeAtLeast(workers);
            return new LocalCluster(options, supervisor, executor);
        }
        catch
        {
            await supervisor.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<TResult> Submit<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        TArgument argument,
        CancellationToken cancellationToken = default
    ) => _executor.Submit(job, argument, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        CancellationToken cancellationToken = default
    ) => _executor.Stream(job, arguments, chunkSize, cancellationToken);

    /// <inheritdoc/>
    public async Task Shutdown(bool cancelPending = false)
    {
        await _executor.Shutdown(cancelPending).ConfigureAwait(false);
        await _supervisor.DisposeAsync().ConfigureAwait(false);
        await ClusterTopology.Remove(_options).ConfigureAwait(false);
    }

    /// <summary>Shuts down, and completes when every submitted job has ended and every worker is gone.</summary>
    public ValueTask DisposeAsync() => new(Shutdown());
}
