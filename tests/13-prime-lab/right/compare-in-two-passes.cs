// right: everybody warms up before anybody is timed
using Katas.Harness.Executors;

namespace Katas.PrimeLab;

public static class Lab
{
    public static async Task<IReadOnlyList<LabRow>> Compare(
        IReadOnlyList<IExecutor> executors,
        IReadOnlyList<long> numbers,
        TimeProvider clock,
        CancellationToken cancellationToken = default
    )
    {
        foreach (var executor in executors)
            await Primes.Run(executor, numbers, cancellationToken);

        var times = new List<TimeSpan>();
        var answers = new List<bool[]>();
        foreach (var executor in executors)
        {
            var begin = clock.GetUtcNow();
            answers.Add(await Primes.Run(executor, numbers, cancellationToken));
            times.Add(clock.GetUtcNow() - begin);
        }

        for (var i = 1; i < answers.Count; i++)
        {
            if (!answers[i].SequenceEqual(answers[0]))
                throw new InvalidOperationException($"{executors[i].Name} disagrees.");
        }
        return
        [
            .. executors.Select(
                (executor, i) =>
                    new LabRow(executor.Name, executor.Workers, times[i], times[0] / times[i])
            ),
        ];
    }
}
