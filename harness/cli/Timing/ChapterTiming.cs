using System.Runtime.InteropServices;
using Katas.Harness.Engine;
using Katas.Harness.Timing;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Timing;

/// <summary>Compiles a chapter, measures it in a process of its own, and collects the results.</summary>
internal static class ChapterTiming
{
    /// <exception cref="TimeException">There is nothing to report.</exception>
    public static async Task<TimeResult> Run(
        WorkbookPaths paths,
        TimedChapter chapter,
        ComparisonOptions options,
        CancellationToken cancellationToken
    )
    {
        var log = new MeasurementLog(chapter.Slug, paths.Root);
        try
        {
            await ProgressView
                .Run(async progress =>
                {
                    using var staged = await Compile(paths, chapter, progress, cancellationToken)
                        .ConfigureAwait(false);
                    var process = await MeasuringProcess
                        .Start(staged.TestAssembly, options, cancellationToken)
                        .ConfigureAwait(false);
                    await using var processDisposal = process.ConfigureAwait(false);
                    await foreach (
                        var message in process.Read(cancellationToken).ConfigureAwait(false)
                    )
                    {
                        log.Add(message);
                        Show(message, options, progress);
                    }
                    if (!log.IsComplete && !cancellationToken.IsCancellationRequested)
                        log.AddProblem(await process.DescribeExit().ConfigureAwait(false));
                })
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Interrupted before the measuring began: the log is empty.
        }
        return log.Result(
            cancellationToken.IsCancellationRequested,
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"
        );
    }

    private static async Task<StagedChapter> Compile(
        WorkbookPaths paths,
        TimedChapter chapter,
        IProgressView progress,
        CancellationToken cancellationToken
    )
    {
        progress.ShowStep($"compiling {chapter.Slug}");
        var engine = new ChapterEngine(
            paths,
            new EngineOptions
            {
                Configuration = "Release",
                SpareHosts = 0,
                Notice = progress.ShowStep,
            }
        );
        await using var engineDisposal = engine.ConfigureAwait(false);
        try
        {
            var staged = await engine
                .Stage(chapter.Slug, chapter.Folder, cancellationToken)
                .ConfigureAwait(false);
            return staged.Errors.Count == 0
                ? staged
                : throw new TimeException(
                    $"{chapter.Folder} does not compile:\n{string.Join('\n', staged.Errors.Take(5))}",
                    ExitCodes.DoesNotCompile
                );
        }
        catch (ChapterBuildException e)
        {
            throw new TimeException(e.Message, ExitCodes.DoesNotCompile);
        }
    }

    private static void Show(
        MeasureMessage message,
        ComparisonOptions options,
        IProgressView progress
    )
    {
        if (message.Kind == MeasureMessage.WarmingUp)
            progress.ShowStep(
                $"{message.Title}: warming up {message.Variant}, {Format.Workers(message.Workers)}"
            );
        if (message is { Kind: MeasureMessage.Round, Measured: { } measured })
            progress.ShowRound(message.Title, measured.Rounds, options.Rounds);
    }
}
