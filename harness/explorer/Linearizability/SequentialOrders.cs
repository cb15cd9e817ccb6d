namespace Katas.Harness.Explorer.Linearizability;

/// <summary>
/// What an object answers when calls come one after the other, in every order that keeps the order of each thread: what a history may look
/// like. A tree, whose branches are the thread that calls next.
/// </summary>
internal sealed class SequentialOrders
{
    /// <summary>More orders take longer than anybody waits.</summary>
    private const int MostOrders = 20_000;

    private readonly Dictionary<int, (Result Result, SequentialOrders After)?> _next = [];

    private SequentialOrders() { }

    /// <summary>Tries every order.</summary>
    /// <param name="threads">The names of what each thread calls.</param>
    /// <param name="last">What the last call of an order gives, or <see langword="null"/> when it never ends; an order says which thread calls next.</param>
    /// <exception cref="ArgumentException">There are too many orders, or one in which nobody can go on.</exception>
    public static SequentialOrders Of(
        IReadOnlyList<IReadOnlyList<string>> threads,
        Func<IReadOnlyList<int>, Result?> last
    )
    {
        var root = new SequentialOrders();
        var count = 0;
        Grow(root, []);
        return root;

        void Grow(SequentialOrders node, IReadOnlyList<int> order)
        {
            var left = Enumerable
                .Range(0, threads.Count)
                .Where(thread => order.Count(other => other == thread) < threads[thread].Count)
                .ToList();
            foreach (var thread in left)
            {
                if (++count > MostOrders)
                {
                    throw new ArgumentException(
                        $"These {threads.Sum(calls => calls.Count)} calls on {threads.Count} threads can follow one another in more than {MostOrders:N0} ways. Use fewer.",
                        nameof(threads)
                    );
                }
                IReadOnlyList<int> longer = [.. order, thread];
                node._next[thread] = last(longer) is { } result ? (result, new()) : null;
                if (node._next[thread] is { } branch)
                    Grow(branch.After, longer);
            }
            if (left.Count > 0 && node._next.Values.All(next => next is null))
            {
                throw new ArgumentException(
                    $"After {Names(threads, order)} no other call of this scenario ever ends, even alone. Give it calls that can end in every order.",
                    nameof(threads)
                );
            }
        }
    }

    /// <summary>Whether some order of a history's calls gives the results that they had.</summary>
    /// <param name="calls">The calls.</param>
    public bool Explain(IReadOnlyList<Call> calls) =>
        calls.Count == 0
        || calls.Any(call =>
            !calls.Any(other => other.IsBefore(call))
            && _next.TryGetValue(call.Thread, out var next)
            && next is { } branch
            && branch.Result.IsLike(call.Result)
            && branch.After.Explain([.. calls.Where(other => other != call)])
        );

    /// <summary>Every order that keeps what was over before something else began, up to the first result that differs, in words.</summary>
    /// <param name="calls">The calls that are left.</param>
    /// <param name="before">What has been called before them.</param>
    public IEnumerable<string> Refutations(IReadOnlyList<Call> calls, string before = "")
    {
        foreach (var call in calls.Where(call => !calls.Any(other => other.IsBefore(call))))
        {
            var order = before.Length == 0 ? call.Name : $"{before}, {call.Name}";
            if (!_next.TryGetValue(call.Thread, out var next) || next is not { } branch)
                yield return $"{order}: would wait here";
            else if (!branch.Result.IsLike(call.Result))
                yield return $"{order}: would be{Shown(branch.Result)}, and was{Shown(call.Result)}";
            else
            {
                foreach (
                    var refutation in branch.After.Refutations(
                        [.. calls.Where(other => other != call)],
                        order
                    )
                )
                    yield return refutation;
            }
        }
    }

    private static string Shown(Result result) =>
        result.ToString() is { Length: > 0 } text ? text : " without a result";

    private static string Names(
        IReadOnlyList<IReadOnlyList<string>> threads,
        IReadOnlyList<int> order
    ) =>
        order.Count == 0
            ? "the start"
            : $"'{string.Join(", ", order.Select((thread, i) => threads[thread][order.Take(i).Count(other => other == thread)]))}'";
}
