// right: a parallel query that keeps the order
namespace Katas.BorrowedPools;

public static class Mapping
{
    public static TResult[] PMap<TItem, TResult>(
        IReadOnlyList<TItem> items,
        int degree,
        Func<TItem, TResult> function
    )
    {
        return [.. items.AsParallel().AsOrdered().WithDegreeOfParallelism(degree).Select(function)];
    }
}
