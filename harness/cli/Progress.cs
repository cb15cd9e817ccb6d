using Spectre.Console;

namespace Katas.Harness.Cli;

/// <summary>Shows how far a long command is: a bar on a terminal, a line now and then elsewhere.</summary>
internal static class Progress
{
    /// <summary>So many plain lines, at most, tell of the whole way.</summary>
    private const int PlainLines = 20;

    /// <summary>Does the steps.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="steps">What to work on.</param>
    /// <param name="atOnce">How many steps at once.</param>
    /// <param name="work">Works on one step.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task Run<T>(
        string title,
        IReadOnlyCollection<T> steps,
        int atOnce,
        Func<T, CancellationToken, Task> work,
        CancellationToken cancellationToken
    ) =>
        AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
            ? Bar(title, steps, atOnce, work, cancellationToken)
            : Plain(title, steps, atOnce, work, cancellationToken);

    private static Task Bar<T>(
        string title,
        IReadOnlyCollection<T> steps,
        int atOnce,
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
                await All(steps, atOnce, work, () => bar.Increment(1), cancellationToken);
            });

    private static Task Plain<T>(
        string title,
        IReadOnlyCollection<T> steps,
        int atOnce,
        Func<T, CancellationToken, Task> work,
        CancellationToken cancellationToken
    )
    {
        var done = 0;
        var every = Math.Max(1, steps.Count / PlainLines);
        return All(
            steps,
            atOnce,
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
        int atOnce,
        Func<T, CancellationToken, Task> work,
        Action stepped,
        CancellationToken cancellationToken
    ) =>
        Parallel.ForEachAsync(
            steps,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = atOnce,
                CancellationToken = cancellationToken,
            },
            async (step, token) =>
            {
                await work(step, token);
                stepped();
            }
        );
}
