using System.Globalization;
using Katas.Harness.Explorer.Linearizability;
using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Strategies;

namespace Katas.Harness.Explorer;

/// <summary>Explores scenarios, and compares each history with calls one after the other.</summary>
/// <param name="create">Makes the object.</param>
/// <param name="model">Makes the object that is called alone.</param>
/// <param name="options">How far to go.</param>
internal sealed class LinearizabilityCheck<T>(
    Func<T> create,
    Func<T> model,
    ExplorerOptions options
)
{
    /// <summary>Explores the scenario that was given, or made-up ones, the smallest first.</summary>
    public ExplorationResult Run(Operations<T> operations)
    {
        if (operations.Threads.Count > 0)
            return Explore(operations.Threads, options);

        var quiet = options with { Output = TextWriter.Null };
        var results = Scenarios
            .Of(operations.All, operations.Bounds, options.Seed)
            .Select(scenario => Explore(scenario, quiet))
            .ToList();
        var (threads, calls, _) = operations.Bounds;
        var all = new ExplorationResult(
            results.Sum(result => result.Schedules),
            results.TrueForAll(result => result.IsExhaustive),
            results.Where(result => !result.IsExhaustive).Select(Reach).DefaultIfEmpty().Min()
                is >= 0
                    and var most
                ? most
                : null,
            string.Create(
                CultureInfo.InvariantCulture,
                $" of each of {results.Count} scenarios with at most {threads} threads of {calls} calls"
            ),
            [.. results.SelectMany(result => result.Notes).Distinct(StringComparer.Ordinal)]
        );
        (options.Output ?? Console.Out).WriteLine(all);
        return all;
    }

    private static int? Reach(ExplorationResult result) => result.Preemptions ?? -1;

    private ExplorationResult Explore(
        IReadOnlyList<IReadOnlyList<NamedOperation<T>>> threads,
        ExplorerOptions options
    )
    {
        var orders = SequentialOrders.Of(
            [.. threads.Select(calls => calls.Select(call => call.Name).ToList())],
            order => CallAlone(threads, order, options)
        );
        return Explorer.Check(
            () =>
            {
                var target = create();
                var recorder = new CallRecorder();
                Explorer.Together([
                    .. threads.Select(
                        (calls, thread) => (Action)(() => recorder.Run(target, thread, calls))
                    ),
                ]);
                if (!orders.Explain(recorder.Calls))
                    throw new NoOrderException(HistoryText.Of(recorder.Calls, orders));
            },
            options
        );
    }

    /// <summary>What the last of these calls gives on the model, or <see langword="null"/> when it never ends.</summary>
    private Result? CallAlone(
        IReadOnlyList<IReadOnlyList<NamedOperation<T>>> threads,
        IReadOnlyList<int> order,
        ExplorerOptions options
    )
    {
        var result = new Result(Nothing.Value);
        var alone = new Exploration(
            () =>
            {
                var target = model();
                var called = new int[threads.Count];
                foreach (var thread in order)
                    result = CallRecorder.Invoke(target, threads[thread][called[thread]++]);
            },
            options
        );
        var search = alone.Search(new GivenSchedule([]), Budget.One);
        return search.Failure switch
        {
            null => result,
            { Kind: FailureKind.Deadlock or FailureKind.Livelock or FailureKind.MayNeverEnd } =>
                null,
            var failure => throw new FailureReproduction(alone).Report(
                failure,
                search.Schedule,
                shorten: false
            ),
        };
    }
}
