using System.Collections.Concurrent;

namespace Katas.Corpus;

/// <summary>Loops of <see cref="Parallel"/> that only count.</summary>
public static class ParallelLoops
{
    private static int s_count;

    public static void OfEach(int count) => Parallel.For(0, count, _ => Add());

    public static void OfWorkers(int count, int degree) =>
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = degree }, _ => Add());

    public static void WithSums(int count) =>
        Parallel.For(0, count, () => 0, (_, _, sum) => sum + 1, _ => Add());

    public static void OverItems(IEnumerable<int> items) => Parallel.ForEach(items, _ => Add());

    public static void OverRanges(int count, int size) =>
        Parallel.ForEach(Partitioner.Create(0, count, size), (_, _, _) => Add());

    // What comes next depends on what the loop has done.
    public static void OverCounted()
    {
        s_count = 0;
        OverItems(Count());

        static IEnumerable<int> Count()
        {
            yield return 1;
            if (Volatile.Read(ref s_count) == 0)
                yield return 2;
        }
    }

    public static void Invoked(int count) =>
        Parallel.Invoke([.. Enumerable.Repeat<Action>(Add, count)]);

    public static void Async(int count, int degree) =>
        Parallel
            .ForAsync(
                0,
                count,
                new ParallelOptions { MaxDegreeOfParallelism = degree },
                (_, _) =>
                {
                    Add();
                    return ValueTask.CompletedTask;
                }
            )
            .Wait();

    private static void Add() => Interlocked.Increment(ref s_count);
}
