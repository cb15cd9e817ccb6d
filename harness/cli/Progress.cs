using Spectre.Console;

namespace Katas.Cli;

/// <summary>Shows how far a long command is: a bar on a terminal, a line now and then elsewhere.</summary>
internal static class Progress
{
    /// <summary>So many plain lines, at most, tell of the whole way.</summary>
    private const int PlainLines = 20;

    /// <summary>Does the steps, as many at once as there are cores.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="steps">What to work on.</param>
    /// <param name="work">Works on one step.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task Run<T>(
        string title,
        IReadOnlyCollection<T> steps,
        Func<T, CancellationToken, Task> work,
        CancellationToken cancellationToken
    ) =>
        AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
            ? Bar(title, steps, work, cancellationToken)
            : Plain(title, steps, work, cancellationToken);

    private static Task Bar<T>(
        string title,
        IReadOnlyCollection<T> steps,
        Func<T, CancellationToken, Task> work,
        CancellationToken cancellationToken
    ) =>
        AnsiConsole
            .Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(title), maxValue: steps.Count);
                await All(steps, work, () => bar.Increment(1), cancellationToken);
            });

    private static Task Plain<T>(
        string title,
        IReadOnlyCollection<T> steps,
        Func<T, CancellationToken, Task> work,
        CancellationToken cancellationToken
    )
    {
        var done = 0;
        var every = Math.Max(1, steps.Count / PlainLines);
        return All(
            steps,
            work,
            () =>
            {
                var count = Interlocked.Increment(ref done);
                if (count % every == 0 || count == steps.Count)
                    Console.WriteLine($"{title}: {count} of {steps.Count}");
            },
            cancellationToken
        );
    }

    private static Task All<T>(
        IEnumerable<T> steps,
        Func<T, CancellationToken, Task> work,
        Action stepped,
        CancellationToken cancellationToken
    ) =>
        Parallel.ForEachAsync(
            steps,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Environment.ProcessorCount,
                CancellationToken = cancellationToken,
            },
            async (step, token) =>
            {
                await work(step, token);
                stepped();
            }
        );
}
