using Katas.Harness.Executors;
using Katas.Harness.Timing;

namespace Katas.WhoAmI.Timing;

/// <summary>The eight ways measured one after the other, and side by side on threads, which share one garbage collector.</summary>
public sealed class EightWays : IWorkload
{
    private const int Repetitions = 20_000;

    private static readonly int[] Ways = [.. Enumerable.Range(0, Builds.All.Count)];

    public string Title => "eight ways to a hundred numbers, 20,000 times each";

    public Variant Baseline => On("one after the other", 1, () => new SequentialExecutor());

    public IReadOnlyList<Action<CancellationToken>> Jobs =>
        [.. Ways.Select(way => (Action<CancellationToken>)(token => Repeat(way, token)))];

    public IEnumerable<Variant> Variants(int workers) =>
        [On("threads", workers, () => new ThreadPoolExecutor(workers))];

    private static Variant On(string name, int workers, Func<IExecutor> create) =>
        Variant.On(
            name,
            workers,
            create,
            async (executor, token) => await executor.Map(Repeat, Ways, cancellationToken: token)
        );

    /// <summary>Measures one way. How long it took is another time's business: the output is what every round has in common.</summary>
    private static string Repeat(int way, CancellationToken cancellationToken)
    {
        var build = Builds.All[way];
        var measured = Stopclock.Measure(
            build.Name,
            () => build.Make(),
            Repetitions,
            TimeProvider.System
        );
        return $"{measured.Name} {measured.Repetitions}";
    }
}
