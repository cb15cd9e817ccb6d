using System.Globalization;
using Spectre.Console;

namespace Katas.Harness.Cli;

/// <summary>Shows how many steps of a long command are done: a bar on a terminal, some twenty lines at most elsewhere.</summary>
internal static class Progress
{
    private const int MaximumLines = 20;

    /// <summary>Does steps, several at once.</summary>
    /// <param name="title">The name of the work.</param>
    /// <param name="steps">What to work on.</param>
    /// <param name="parallelism">How many steps at once.</param>
    /// <param name="work">Works on one step.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="notices">What else there is to say meanwhile, if anything.</param>
    public static async Task Run<T>(
        string title,
        IReadOnlyCollection<T> steps,
        int parallelism,
        Func<T, CancellationToken, Task> work,
        CancellationToken cancellationToken,
        ProgressNotices? notices = null
    )
    {
        var console = Terminal.Out();
        using var shown = notices?.Show(console);
        var run = console.Profile.Capabilities is { Interactive: true, Ansi: true }
            ? WithBar(console, title, steps.Count, RunAll)
            : RunAll(LineWriter(title, steps.Count));
        await run.ConfigureAwait(false);

        Task RunAll(Action onStepDone) =>
            Parallel.ForEachAsync(
                steps,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = parallelism,
                    CancellationToken = cancellationToken,
                },
                async (step, token) =>
                {
                    await work(step, token).ConfigureAwait(false);
                    onStepDone();
                }
            );
    }

    private static Task WithBar(
        IAnsiConsole console,
        string title,
        int count,
        Func<Action, Task> runAll
    ) =>
        console
            .Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(context =>
            {
                var bar = context.AddTask(Markup.Escape(title), maxValue: count);
                return runAll(() => bar.Increment(1));
            });

    private static Action LineWriter(string title, int count)
    {
        var done = 0;
        var start = TimeProvider.System.GetTimestamp();
        var interval = (count + MaximumLines - 1) / MaximumLines;
        return () =>
        {
            var current = Interlocked.Increment(ref done);
            if (current % interval == 0 || current == count)
            {
                var left = TimeProvider.System.GetElapsedTime(start) / current * (count - current);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{title}: {current} of {count}, {Math.Ceiling(left.TotalSeconds)} s left"
                    )
                );
            }
        };
    }
}
