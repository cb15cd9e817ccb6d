using System.Globalization;
using Katas.Harness.Pools.Cluster;

namespace Katas.Harness.Grading.Cluster;

/// <summary>Says how many workers there are, whenever that changes, so that whoever waits knows for what.</summary>
internal sealed class WorkerCount : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _end = new();
    private readonly Task _watching;

    /// <summary>Begins to watch.</summary>
    /// <param name="executor">Knows the number.</param>
    /// <param name="cluster">Has the notice that is told.</param>
    public WorkerCount(ClusterExecutor executor, ClusterOptions cluster) =>
        _watching = Watch(executor, cluster, _end.Token);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private static async Task Watch(
        ClusterExecutor executor,
        ClusterOptions cluster,
        CancellationToken end
    )
    {
        string? said = null;
        using var timer = new PeriodicTimer(Interval);
        do
        {
            var count = await executor.CountWorkers(end).ConfigureAwait(false);
            end.ThrowIfCancellationRequested();
            var sentence = Sentence(count, $"{cluster.Broker.Host}:{cluster.Broker.Port}");
            if (sentence != said)
                cluster.Notice?.Invoke(sentence);
            said = sentence;
        } while (await timer.WaitForNextTickAsync(end).ConfigureAwait(false));
    }

    private static string Sentence(int? count, string place) =>
        count switch
        {
            null => $"The broker at {place} does not answer. Waiting for it; nothing is lost.",
            0 =>
                $"There is no worker. Waiting for one: ./kata worker --broker amqp://USER:PASSWORD@{place}",
            1 => "1 worker grades.",
            _ => string.Create(CultureInfo.InvariantCulture, $"{count} workers grade."),
        };
}
