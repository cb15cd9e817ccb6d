using Katas.Harness.Engine;
using Katas.Harness.Grading;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Grading;

/// <summary>What judges chapters, for commands and benchmarks alike.</summary>
internal static class ClassGrader
{
    /// <summary>The grader.</summary>
    /// <param name="paths">The workbook.</param>
    /// <param name="engine">Runs tests.</param>
    /// <param name="sandbox">What separates submissions from the machine: <c>auto</c>, <c>bwrap</c> or <c>none</c>.</param>
    /// <exception cref="UsageException">There is no such sandbox here.</exception>
    public static IChapterGrader Create(
        WorkbookPaths paths,
        ChapterEngine engine,
        string sandbox
    ) =>
        sandbox == "bwrap"
            ? throw new UsageException(
                "There is no sandbox here. Leave --sandbox out to grade without one."
            )
            : new EngineGrader(paths, engine);
}
