namespace Katas.Harness.Explorer.Linearizability;

/// <summary>Makes up who calls what: every size from the smallest on, and of each size as many scenarios as there are, or a share at random.</summary>
internal static class Scenarios
{
    /// <summary>The scenarios; equal seeds give equal ones.</summary>
    public static IEnumerable<IReadOnlyList<IReadOnlyList<NamedOperation<T>>>> Of<T>(
        IReadOnlyList<NamedOperation<T>> operations,
        (int Threads, int Calls, int Scenarios) bounds,
        ulong seed
    )
    {
        if (operations.Count == 0)
            throw new ArgumentException(
                "There is no operation to call. Add one with Operation(name, call).",
                nameof(operations)
            );
        var (threads, calls, most) = bounds;
        var sizes = (
            from thread in Enumerable.Range(2, threads - 1)
            from call in Enumerable.Range(1, calls)
            orderby thread * call, thread
            select (Threads: thread, Calls: call)
        ).ToList();
        var random = new Random((int)(seed % int.MaxValue));
        var left = most;
        for (var i = 0; i < sizes.Count; i++)
        {
            var share = Math.Max(1, left / (sizes.Count - i));
            foreach (var scenario in OfSize(operations, sizes[i], share, random))
            {
                if (left-- == 0)
                    yield break;
                yield return scenario;
            }
        }
    }

    private static IEnumerable<IReadOnlyList<IReadOnlyList<NamedOperation<T>>>> OfSize<T>(
        IReadOnlyList<NamedOperation<T>> operations,
        (int Threads, int Calls) size,
        int most,
        Random random
    )
    {
        var places = size.Threads * size.Calls;
        var possible = Math.Pow(operations.Count, places);
        IEnumerable<int[]> picks =
            possible <= most
                ? Enumerable
                    .Range(0, (int)possible)
                    .Select(number => Digits(number, operations.Count, places))
                : Enumerable
                    .Range(0, most)
                    .Select(_ =>
                        Enumerable
                            .Range(0, places)
                            .Select(_ => random.Next(operations.Count))
                            .ToArray()
                    );
        // Which thread does what makes no difference.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pick in picks)
        {
            var scenario = pick.Chunk(size.Calls)
                .Order(
                    Comparer<int[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other))
                )
                .ToList();
            if (seen.Add(string.Join(';', scenario.Select(thread => string.Join(',', thread)))))
                yield return
                [
                    .. scenario.Select(thread => thread.Select(i => operations[i]).ToList()),
                ];
        }
    }

    private static int[] Digits(int number, int radix, int count)
    {
        var digits = new int[count];
        for (var i = 0; i < count; i++, number /= radix)
            digits[i] = number % radix;
        return digits;
    }
}
