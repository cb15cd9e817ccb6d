using System.Runtime.InteropServices;
using Katas.Harness.Engine;
using Katas.Harness.Timing;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Timing;

/// <summary>Compiles a chapter, has it measured, and gathers what comes of it.</summary>
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
        var gathered = new MeasurementLog(chapter.Slug, paths.Root);
        try
        {
            await ProgressView.Run(async progress =>
            {
                using var laid = await Compile(paths, chapter, progress, cancellationToken);
                await using var process = await MeasuringProcess.Start(
                    laid.TestAssembly,
                    options,
                    cancellationToken
                );
                await foreach (var message in process.Read(cancellationToken))
                {
                    gathered.Add(message);
                    Show(message, options, progress);
                }
                if (!gathered.IsComplete && !cancellationToken.IsCancellationRequested)
                    gathered.AddProblem(process.DescribeExit());
            });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Interrupted before anything was measured.
        }
        return gathered.Result(
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
        progress.Say($"compiling {chapter.Slug}");
        await using var engine = new ChapterEngine(
            paths,
            new EngineOptions
            {
                Configuration = "Release",
                SpareHosts = 0,
                Notice = progress.Say,
            }
        );
        try
        {
            var laid = await engine.Stage(chapter.Slug, chapter.Folder, cancellationToken);
            return laid.Errors.Count == 0
                ? laid
                : throw new TimeException(
                    $"{chapter.Folder} does not compile:\n{string.Join('\n', laid.Errors.Take(5))}",
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
            progress.Say(
                $"{message.Title}: warming up {message.Variant}, {Format.Workers(message.Workers)}"
            );
        if (message is { Kind: MeasureMessage.Round, Measured: { } measured })
            progress.Round(message.Title, measured.Rounds, options.Rounds);
    }
}
