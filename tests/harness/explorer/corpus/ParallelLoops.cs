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
