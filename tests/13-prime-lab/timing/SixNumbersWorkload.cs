using Katas.Harness.Executors;
using Katas.Harness.Pools.Broker;
using Katas.Harness.Pools.Cluster;
using Katas.Harness.Pools.Processes;
using Katas.Harness.Timing;

namespace Katas.PrimeLab;

/// <summary>The prime problem, for <c>kata time prime-lab</c>: six numbers, alone, in pools, and each split among the workers.</summary>
public sealed class SixNumbersWorkload : IWorkload
{
    public string Title => "six numbers, prime or not";

    public Variant Baseline { get; } =
        Variant.On("sequential", 1, () => new SequentialExecutor(), Whole);

    public IReadOnlyList<Action<CancellationToken>> Jobs =>
        [
            .. SixNumbers.All.Select<long, Action<CancellationToken>>(number =>
                token => Primes.IsPrime(number, token)
            ),
        ];

    public IEnumerable<Variant> Variants(int workers) =>
        [
            Variant.On("threads", workers, () => new ThreadPoolExecutor(workers), Whole),
            Variant.On("processes", workers, () => new ProcessPoolExecutor(workers), Whole),
            Variant.Of("parallel", workers, token => Parallel(workers, token)),
            Variant.On("split", workers, () => new ThreadPoolExecutor(workers, "split"), Split) with
            {
                DividesJobs = true,
            },
            .. Cluster(workers),
        ];

    /// <summary>Over a broker, as if to other machines; on a machine without a broker there is no such column.</summary>
    private static IEnumerable<Variant> Cluster(int workers) =>
        SharedBroker.Missing is null
            ? [new Variant("cluster (workers on this machine)", workers, () => OnCluster(workers))]
            : [];

    private static async Task<Session> OnCluster(int workers)
    {
        var cluster = await LocalCluster.Start(workers, _ => { });
        await cluster.Submit(Primes.IsPrime, 2L);
        return new Session(token => Whole(cluster, token), cluster);
    }

    private static async Task<object> Whole(IExecutor executor, CancellationToken token) =>
        await Primes.Run(executor, SixNumbers.All, token);

    /// <summary>One number after the other, but no worker waits at the end of one for the others: the parts of the next are there already.</summary>
    private static async Task<object> Split(IExecutor executor, CancellationToken token) =>
        await Task.WhenAll(
            SixNumbers.All.Select(number => Primes.IsPrimeSplit(number, executor, token))
        );

    /// <summary>The runtime's own way; one number at a time for each worker, not the ranges that Parallel makes by default.</summary>
    private static Task<object> Parallel(int workers, CancellationToken token)
    {
        var answers = new bool[SixNumbers.All.Count];
        System.Threading.Tasks.Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(
                Enumerable.Range(0, answers.Length),
                System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering
            ),
            new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = token },
            i => answers[i] = Primes.IsPrime(SixNumbers.All[i], token)
        );
        return Task.FromResult<object>(answers);
    }
}
