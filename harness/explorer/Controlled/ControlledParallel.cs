using System.Collections.Concurrent;
using System.Numerics;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Parallel"/>.</summary>
[Controls(typeof(Parallel))]
internal static class ControlledParallel
{
    public static ParallelLoopResult For(
        int fromInclusive,
        int toExclusive,
        Action<int> body,
        int site
    ) =>
        Start(null, body, site) is { } loop
            ? loop.Run<bool>(
                fromInclusive,
                toExclusive,
                null,
                (i, _, local) =>
                {
                    body((int)i);
                    return local;
                },
                null
            )
            : Parallel.For(fromInclusive, toExclusive, body);

    public static ParallelLoopResult For(
        int fromInclusive,
        int toExclusive,
        Action<int, ParallelLoopState> body,
        int site
    ) =>
        Start(null, body, site) is { } loop
            ? loop.Run<bool>(
                fromInclusive,
                toExclusive,
                null,
                (i, state, local) =>
                {
                    body((int)i, state);
                    return local;
                },
                null
            )
            : Parallel.For(fromInclusive, toExclusive, body);

    public static ParallelLoopResult For<TLocal>(
        int fromInclusive,
        int toExclusive,
        Func<TLocal> localInit,
        Func<int, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally,
        int site
    ) =>
        Start(null, body, site) is { } loop
            ? loop.Run(
                fromInclusive,
                toExclusive,
                localInit,
                (i, state, local) => body((int)i, state, local),
                localFinally
            )
            : Parallel.For(fromInclusive, toExclusive, localInit, body, localFinally);

    public static ParallelLoopResult For(
        int fromInclusive,
        int toExclusive,
        ParallelOptions parallelOptions,
        Action<int> body,
        int site
    ) =>
        Start(parallelOptions, body, site) is { } loop
            ? loop.Run<bool>(
                fromInclusive,
                toExclusive,
                null,
                (i, _, local) =>
                {
                    body((int)i);
                    return local;
                },
                null
            )
            : Parallel.For(fromInclusive, toExclusive, parallelOptions, body);

    public static ParallelLoopResult For(
        int fromInclusive,
        int toExclusive,
        ParallelOptions parallelOptions,
        Action<int, ParallelLoopState> body,
        int site
    ) =>
        Start(parallelOptions, body, site) is { } loop
            ? loop.Run<bool>(
                fromInclusive,
                toExclusive,
                null,
                (i, state, local) =>
                {
                    body((int)i, state);
                    return local;
                },
                null
            )
            : Parallel.For(fromInclusive, toExclusive, parallelOptions, body);

    public static ParallelLoopResult For<TLocal>(
        int fromInclusive,
        int toExclusive,
        ParallelOptions parallelOptions,
        Func<TLocal> localInit,
        Func<int, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally,
        int site
    ) =>
        Start(parallelOptions, body, site) is { } loop
            ? loop.Run(
                fromInclusive,
                toExclusive,
                localInit,
                (i, state, local) => body((int)i, state, local),
                localFinally
            )
            : Parallel.For(
                fromInclusive,
                toExclusive,
                parallelOptions,
                localInit,
                body,
                localFinally
            );

    public static ParallelLoopResult For(
        long fromInclusive,
        long toExclusive,
        Action<long> body,
        int site
    ) =>
        Start(null, body, site) is { } loop
            ? loop.Run<bool>(
                fromInclusive,
                toExclusive,
                null,
                (i, _, local) =>
                {
                    body(i);
                    return local;
                },
                null
            )
            : Parallel.For(fromInclusive, toExclusive, body);

    public static ParallelLoopResult For(
        long fromInclusive,
        long toExclusive,
        Action<long, ParallelLoopState> body,
        int site
    ) =>
        Start(null, body, site) is { } loop
            ? loop.Run<bool>(
                fromInclusive,
                toExclusive,
                null,
                (i, state, local) =>
                {
                    body(i, state);
                    return local;
                },
                null
            )
            : Parallel.For(fromInclusive, toExclusive, body);

    public static ParallelLoopResult For<TLocal>(
        long fromInclusive,
        long toExclusive,
        Func<TLocal> localInit,
        Func<long, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally,
        int site
    ) =>
        Start(null, body, site) is { } loop
            ? loop.Run(
                fromInclusive,
                toExclusive,
                localInit,
                (i, state, local) => body(i, state, local),
                localFinally
            )
            : Parallel.For(fromInclusive, toExclusive, localInit, body, localFinally);

    public static ParallelLoopResult For(
        long fromInclusive,
        long toExclusive,
        ParallelOptions parallelOptions,
        Action<long> body,
        int site
    ) =>
        Start(parallelOptions, body, site) is { } loop
            ? loop.Run<bool>(
                fromInclusive,
                toExclusive,
                null,
                (i, _, local) =>
                {
                    body(i);
                    return local;
                },
                null
            )
            : Parallel.For(fromInclusive, toExclusive, parallelOptions, body);

    public static ParallelLoopResult For(
        long fromInclusive,
        long toExclusive,
        ParallelOptions parallelOptions,
        Action<long, ParallelLoopState> body,
        int site
    ) =>
        Start(parallelOptions, body, site) is { } loop
            ? loop.Run<bool>(
                fromInclusive,
                toExclusive,
                null,
                (i, state, local) =>
                {
                    body(i, state);
                    return local;
                },
                null
            )
            : Parallel.For(fromInclusive, toExclusive, parallelOptions, body);

    public static ParallelLoopResult For<TLocal>(
        long fromInclusive,
        long toExclusive,
        ParallelOptions parallelOptions,
        Func<TLocal> localInit,
        Func<long, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally,
        int site
    ) =>
        Start(parallelOptions, body, site) is { } loop
            ? loop.Run(
                fromInclusive,
                toExclusive,
                localInit,
                (i, state, local) => body(i, state, local),
                localFinally
            )
            : Parallel.For(
                fromInclusive,
                toExclusive,
                parallelOptions,
                localInit,
                body,
                localFinally
            );

    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source,
        Action<TSource> body,
        int site
    ) =>
        Start(null, body, site) is { } loop
            ? ForEach<TSource, bool>(
                loop,
                source,
                null,
                (i, item, state, local) =>
                {
                    body(item);
                    return local;
                },
                null
            )
            : Parallel.ForEach(source, body);

    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source,
        Action<TSource, ParallelLoopState> body,
        int site
    ) =>
        Start(null, body, site) is { } loop
            ? ForEach<TSource, bool>(
                loop,
                source,
                null,
                (i, item, state, local) =>
                {
                    body(item, state);
                    return local;
                },
                null
            )
            : Parallel.ForEach(source, body);

    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source,
        Action<TSource, ParallelLoopState, long> body,
        int site
    ) =>
        Start(null, body, site) is { } loop
            ? ForEach<TSource, bool>(
                loop,
                source,
                null,
                (i, item, state, local) =>
                {
                    body(item, state, i);
                    return local;
                },
                null
            )
            : Parallel.ForEach(source, body);

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        IEnumerable<TSource> source,
        Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally,
        int site
    ) =>
        Start(null, body, site) is { } loop
            ? ForEach<TSource, TLocal>(
                loop,
                source,
                localInit,
                (i, item, state, local) => body(item, state, local),
                localFinally
            )
            : Parallel.ForEach(source, localInit, body, localFinally);

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        IEnumerable<TSource> source,
        Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, long, TLocal, TLocal> body,
        Action<TLocal> localFinally,
        int site
    ) =>
        Start(null, body, site) is { } loop
            ? ForEach<TSource, TLocal>(
                loop,
                source,
                localInit,
                (i, item, state, local) => body(item, state, i, local),
                localFinally
            )
            : Parallel.ForEach(source, localInit, body, localFinally);

    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source,
        ParallelOptions parallelOptions,
        Action<TSource> body,
        int site
    ) =>
        Start(parallelOptions, body, site) is { } loop
            ? ForEach<TSource, bool>(
                loop,
                source,
                null,
                (i, item, state, local) =>
                {
                    body(item);
                    return local;
                },
                null
            )
            : Parallel.ForEach(source, parallelOptions, body);

    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source,
        ParallelOptions parallelOptions,
        Action<TSource, ParallelLoopState> body,
        int site
    ) =>
        Start(parallelOptions, body, site) is { } loop
            ? ForEach<TSource, bool>(
                loop,
                source,
                null,
                (i, item, state, local) =>
                {
                    body(item, state);
                    return local;
                },
                null
            )
            : Parallel.ForEach(source, parallelOptions, body);

    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source,
        ParallelOptions parallelOptions,
        Action<TSource, ParallelLoopState, long> body,
        int site
    ) =>
        Start(parallelOptions, body, site) is { } loop
            ? ForEach<TSource, bool>(
                loop,
                source,
                null,
                (i, item, state, local) =>
                {
                    body(item, state, i);
                    return local;
                },
                null
            )
            : Parallel.ForEach(source, parallelOptions, body);

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        IEnumerable<TSource> source,
        ParallelOptions parallelOptions,
        Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally,
        int site
    ) =>
        Start(parallelOptions, body, site) is { } loop
            ? ForEach<TSource, TLocal>(
                loop,
                source,
                localInit,
                (i, item, state, local) => body(item, state, local),
                localFinally
            )
            : Parallel.ForEach(source, parallelOptions, localInit, body, localFinally);

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        IEnumerable<TSource> source,
        ParallelOptions parallelOptions,
        Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, long, TLocal, TLocal> body,
        Action<TLocal> localFinally,
        int site
    ) =>
        Start(parallelOptions, body, site) is { } loop
            ? ForEach<TSource, TLocal>(
                loop,
                source,
                localInit,
                (i, item, state, local) => body(item, state, i, local),
                localFinally
            )
            : Parallel.ForEach(source, parallelOptions, localInit, body, localFinally);

    public static ParallelLoopResult ForEach<TSource>(
        Partitioner<TSource> source,
        Action<TSource> body,
        int site
    ) =>
        Start(null, body, source, site) is { } loop
            ? ForEach<TSource, bool>(
                loop,
                source.GetDynamicPartitions(),
                null,
                (i, item, state, local) =>
                {
                    body(item);
                    return local;
                },
                null
            )
            : Parallel.ForEach(source, body);

    public static ParallelLoopResult ForEach<TSource>(
        Partitioner<TSource> source,
        Action<TSource, ParallelLoopState> body,
        int site
    ) =>
        Start(null, body, source, site) is { } loop
            ? ForEach<TSource, bool>(
                loop,
                source.GetDynamicPartitions(),
                null,
                (i, item, state, local) =>
                {
                    body(item, state);
                    return local;
                },
                null
            )
            : Parallel.ForEach(source, body);

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        Partitioner<TSource> source,
        Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally,
        int site
    ) =>
        Start(null, body, source, site) is { } loop
            ? ForEach<TSource, TLocal>(
                loop,
                source.GetDynamicPartitions(),
                localInit,
                (i, item, state, local) => body(item, state, local),
                localFinally
            )
            : Parallel.ForEach(source, localInit, body, localFinally);

    public static ParallelLoopResult ForEach<TSource>(
        Partitioner<TSource> source,
        ParallelOptions parallelOptions,
        Action<TSource> body,
        int site
    ) =>
        Start(parallelOptions, body, source, site) is { } loop
            ? ForEach<TSource, bool>(
                loop,
                source.GetDynamicPartitions(),
                null,
                (i, item, state, local) =>
                {
                    body(item);
                    return local;
                },
                null
            )
            : Parallel.ForEach(source, parallelOptions, body);

    public static ParallelLoopResult ForEach<TSource>(
        Partitioner<TSource> source,
        ParallelOptions parallelOptions,
        Action<TSource, ParallelLoopState> body,
        int site
    ) =>
        Start(parallelOptions, body, source, site) is { } loop
            ? ForEach<TSource, bool>(
                loop,
                source.GetDynamicPartitions(),
                null,
                (i, item, state, local) =>
                {
                    body(item, state);
                    return local;
                },
                null
            )
            : Parallel.ForEach(source, parallelOptions, body);

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        Partitioner<TSource> source,
        ParallelOptions parallelOptions,
        Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally,
        int site
    ) =>
        Start(parallelOptions, body, source, site) is { } loop
            ? ForEach<TSource, TLocal>(
                loop,
                source.GetDynamicPartitions(),
                localInit,
                (i, item, state, local) => body(item, state, local),
                localFinally
            )
            : Parallel.ForEach(source, parallelOptions, localInit, body, localFinally);

    public static ParallelLoopResult ForEach<TSource>(
        OrderablePartitioner<TSource> source,
        Action<TSource, ParallelLoopState, long> body,
        int site
    ) =>
        Start(null, body, source, site) is { } loop
            ? ForEach<KeyValuePair<long, TSource>, bool>(
                loop,
                Ordered(source),
                null,
                (_, item, state, local) =>
                {
                    body(item.Value, state, item.Key);
                    return local;
                },
                null
            )
            : Parallel.ForEach(source, body);

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        OrderablePartitioner<TSource> source,
        Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, long, TLocal, TLocal> body,
        Action<TLocal> localFinally,
        int site
    ) =>
        Start(null, body, source, site) is { } loop
            ? ForEach<KeyValuePair<long, TSource>, TLocal>(
                loop,
                Ordered(source),
                localInit,
                (_, item, state, local) => body(item.Value, state, item.Key, local),
                localFinally
            )
            : Parallel.ForEach(source, localInit, body, localFinally);

    public static ParallelLoopResult ForEach<TSource>(
        OrderablePartitioner<TSource> source,
        ParallelOptions parallelOptions,
        Action<TSource, ParallelLoopState, long> body,
        int site
    ) =>
        Start(parallelOptions, body, source, site) is { } loop
            ? ForEach<KeyValuePair<long, TSource>, bool>(
                loop,
                Ordered(source),
                null,
                (_, item, state, local) =>
                {
                    body(item.Value, state, item.Key);
                    return local;
                },
                null
            )
            : Parallel.ForEach(source, parallelOptions, body);

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        OrderablePartitioner<TSource> source,
        ParallelOptions parallelOptions,
        Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, long, TLocal, TLocal> body,
        Action<TLocal> localFinally,
        int site
    ) =>
        Start(parallelOptions, body, source, site) is { } loop
            ? ForEach<KeyValuePair<long, TSource>, TLocal>(
                loop,
                Ordered(source),
                localInit,
                (_, item, state, local) => body(item.Value, state, item.Key, local),
                localFinally
            )
            : Parallel.ForEach(source, parallelOptions, localInit, body, localFinally);

    public static void Invoke(Action[] actions, int site) =>
        Invoke(new ParallelOptions(), actions, site);

    public static void Invoke(ParallelOptions parallelOptions, Action[] actions, int site)
    {
        if (Start(parallelOptions, actions, site) is { } loop)
            loop.Run<bool>(
                0,
                actions.Length,
                null,
                (i, _, local) =>
                {
                    actions[i]();
                    return local;
                },
                null
            );
        else
            Parallel.Invoke(parallelOptions, actions);
    }

    public static Task ForEachAsync<TSource>(
        IEnumerable<TSource> source,
        Func<TSource, CancellationToken, ValueTask> body,
        int site
    ) =>
        StartAsync(new ParallelOptions(), body, site) is { } loop
            ? loop.Run(ReadAll(source), body)
            : Parallel.ForEachAsync(source, body);

    public static Task ForEachAsync<TSource>(
        IEnumerable<TSource> source,
        CancellationToken cancellationToken,
        Func<TSource, CancellationToken, ValueTask> body,
        int site
    ) =>
        StartAsync(new ParallelOptions { CancellationToken = cancellationToken }, body, site)
            is { } loop
            ? loop.Run(ReadAll(source), body)
            : Parallel.ForEachAsync(source, cancellationToken, body);

    public static Task ForEachAsync<TSource>(
        IEnumerable<TSource> source,
        ParallelOptions parallelOptions,
        Func<TSource, CancellationToken, ValueTask> body,
        int site
    ) =>
        StartAsync(parallelOptions, body, site) is { } loop
            ? loop.Run(ReadAll(source), body)
            : Parallel.ForEachAsync(source, parallelOptions, body);

    public static Task ForEachAsync<TSource>(
        IAsyncEnumerable<TSource> source,
        Func<TSource, CancellationToken, ValueTask> body,
        int site
    ) =>
        StartAsync(new ParallelOptions(), body, site) is { } loop
            ? loop.Run(source, body)
            : Parallel.ForEachAsync(source, body);

    public static Task ForEachAsync<TSource>(
        IAsyncEnumerable<TSource> source,
        CancellationToken cancellationToken,
        Func<TSource, CancellationToken, ValueTask> body,
        int site
    ) =>
        StartAsync(new ParallelOptions { CancellationToken = cancellationToken }, body, site)
            is { } loop
            ? loop.Run(source, body)
            : Parallel.ForEachAsync(source, cancellationToken, body);

    public static Task ForEachAsync<TSource>(
        IAsyncEnumerable<TSource> source,
        ParallelOptions parallelOptions,
        Func<TSource, CancellationToken, ValueTask> body,
        int site
    ) =>
        StartAsync(parallelOptions, body, site) is { } loop
            ? loop.Run(source, body)
            : Parallel.ForEachAsync(source, parallelOptions, body);

    public static Task ForAsync<T>(
        T fromInclusive,
        T toExclusive,
        Func<T, CancellationToken, ValueTask> body,
        int site
    )
        where T : notnull, IBinaryInteger<T> =>
        StartAsync(new ParallelOptions(), body, site) is { } loop
            ? loop.Run(Numbers(fromInclusive, toExclusive), body)
            : Parallel.ForAsync(fromInclusive, toExclusive, body);

    public static Task ForAsync<T>(
        T fromInclusive,
        T toExclusive,
        CancellationToken cancellationToken,
        Func<T, CancellationToken, ValueTask> body,
        int site
    )
        where T : notnull, IBinaryInteger<T> =>
        StartAsync(new ParallelOptions { CancellationToken = cancellationToken }, body, site)
            is { } loop
            ? loop.Run(Numbers(fromInclusive, toExclusive), body)
            : Parallel.ForAsync(fromInclusive, toExclusive, cancellationToken, body);

    public static Task ForAsync<T>(
        T fromInclusive,
        T toExclusive,
        ParallelOptions parallelOptions,
        Func<T, CancellationToken, ValueTask> body,
        int site
    )
        where T : notnull, IBinaryInteger<T> =>
        StartAsync(parallelOptions, body, site) is { } loop
            ? loop.Run(Numbers(fromInclusive, toExclusive), body)
            : Parallel.ForAsync(fromInclusive, toExclusive, parallelOptions, body);

    private static ParallelAsyncLoop? StartAsync(ParallelOptions options, object? body, int site) =>
        body is not null && SchedulingPoints.IsExplored(out var execution, out _)
            ? new ParallelAsyncLoop(execution, options, site)
            : null;

    private static List<T> Numbers<T>(T from, T to)
        where T : notnull, IBinaryInteger<T>
    {
        var numbers = new List<T>();
        for (var i = from; i < to; i++)
            numbers.Add(i);
        return numbers;
    }

    /// <summary>A loop over a partitioner; <see langword="null"/> also when the real one refuses it.</summary>
    private static ParallelLoop? Start<TSource>(
        ParallelOptions? options,
        object? body,
        Partitioner<TSource>? source,
        int site
    ) => source is { SupportsDynamicPartitions: true } ? Start(options, body, site) : null;

    private static ParallelLoop? Start<TSource>(
        ParallelOptions? options,
        object? body,
        OrderablePartitioner<TSource>? source,
        int site
    ) =>
        source is { KeysNormalized: true }
            ? Start(options, body, (Partitioner<TSource>)source, site)
            : null;

    // In the order of their keys, which are the numbers of their iterations.
    private static IOrderedEnumerable<KeyValuePair<long, TSource>> Ordered<TSource>(
        OrderablePartitioner<TSource> source
    ) => source.GetOrderableDynamicPartitions().OrderBy(item => item.Key);

    private static ParallelLoop? Start(ParallelOptions? options, object? body, int site) =>
        body is not null && SchedulingPoints.IsExplored(out var execution, out _)
            ? new ParallelLoop(execution, options, site)
            : null;

    /// <summary>
    /// All items before the loop begins. The real one reads them while it runs, which makes no difference unless reading them is a step of its own.
    /// </summary>
    private static List<T> ReadAll<T>(IEnumerable<T> source)
    {
        if (!SchedulingPoints.IsExplored(out var execution, out _))
            return [.. source];
        var before = execution.AllSteps;
        List<T> items = [.. source];
        if (execution.AllSteps != before)
            execution.LeaveOut(LeftOut.ParallelLoops);
        return items;
    }

    private static ParallelLoopResult ForEach<TSource, TLocal>(
        ParallelLoop loop,
        IEnumerable<TSource> source,
        Func<TLocal>? localInit,
        Func<long, TSource, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal>? localFinally
    )
    {
        var items = ReadAll(source);
        return loop.Run(
            0,
            items.Count,
            localInit,
            (i, state, local) => body(i, items[(int)i], state, local),
            localFinally
        );
    }
}
