using System.Globalization;

namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>The workers of one machine, each a process of its own, so that a job which ends its process ends no other. One that dies is replaced.</summary>
public sealed class WorkerSupervisor : IAsyncDisposable
{
    private readonly SupervisedWorker[] _members;

    private WorkerSupervisor(SupervisedWorker[] members) => _members = members;

    /// <summary>The process ids of the workers that are there now.</summary>
    public IReadOnlyList<int> ProcessIds =>
        [.. _members.Select(member => member.ProcessId).OfType<int>()];

    /// <summary>Completes, with the reason, when a worker gives up: it cannot start, or the broker does not let it in.</summary>
    public Task GaveUp => Task.WhenAny(_members.Select(member => member.Ended)).Unwrap();

    /// <summary>Starts workers and waits until all of them are ready for work.</summary>
    /// <param name="options">Where the cluster is.</param>
    /// <param name="workers">How many; at least 1.</param>
    /// <param name="log">Is told, line by line, what the workers say and what becomes of them.</param>
    /// <param name="cancellationToken">Gives up; no worker is left.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workers"/> is less than 1.</exception>
    /// <exception cref="WorkerStartException">The worker program ends as soon as it starts; the message has its last words.</exception>
    public static async Task<WorkerSupervisor> Start(
        ClusterOptions options,
        int workers,
        Action<string> log,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        ArgumentNullException.ThrowIfNull(log);
        var crew = new WorkerSupervisor([
            .. Enumerable.Range(0, workers).Select(_ => new SupervisedWorker(options, log)),
        ]);
        try
        {
            foreach (var member in crew._members)
                await member.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
            return crew;
        }
        catch
        {
            await crew.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Asks the workers to end the jobs in hand and to leave, and waits until they are gone.</summary>
    public async ValueTask DisposeAsync() =>
        await Task.WhenAll(_members.Select(member => member.Leave())).ConfigureAwait(false);

    /// <summary>Says how many workers are there, for an operator.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{ProcessIds.Count} workers");
}
