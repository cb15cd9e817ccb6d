using System.Diagnostics;
using Katas.Harness.Engine;
using Katas.Harness.Engine.Host;
using Katas.Harness.Explorer.Rewriting;
using Katas.Harness.Grading.Compiling;
using Katas.Harness.Grading.Sandbox;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Grading.Judging;

/// <summary>Runs a chapter's tests on compiled code inside the sandbox.</summary>
internal sealed class ChapterTests(
    WorkbookPaths paths,
    ChapterEngine engine,
    ISandbox sandbox,
    GraderOptions options
)
{
    private const string ReceivedSnapshots = "/tmp";

    /// <summary>Runs tests once, each process in a sandbox of its own.</summary>
    /// <param name="slug">The chapter.</param>
    /// <param name="chapter">The chapter, compiled.</param>
    /// <param name="tests">Which; <see langword="null"/> for all that there are.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Task<ChapterVerdicts> Run(
        string slug,
        CompileReply chapter,
        IReadOnlyList<TestName>? tests,
        CancellationToken cancellationToken
    )
    {
        var user = sandbox.DrawUser();
        var hasNetwork = TestAssembly.Read(engine.TestAssemblyOf(slug)).Needs.Count > 0;
        return engine.Run(
            slug,
            new CompiledChapter(chapter.Name, chapter.Assembly, chapter.Symbols, []),
            new UntrustedRun
            {
                Tests = tests,
                Measurements = chapter.Coverage is null ? null : Rewriter.Measurements,
                User = user,
                // The solution hangs nowhere, and a busy machine must not make it seem so.
                HangBudget = tests is null ? new EngineOptions().HangBudget : options.HangBudget,
                OutputLimit = options.OutputLimit,
                Limit = options.ChapterLimit,
                Launch = (host, pipe, folder) =>
                    Enclose(host, new SandboxView(Visible(slug, folder), pipe, user, hasNetwork)),
            },
            cancellationToken
        );
    }

    private ProcessStartInfo Enclose(ProcessStartInfo host, SandboxView view)
    {
        var start = sandbox.Enclose(host, view);
        if (sandbox is not NoSandbox)
            start.Environment[HostRequest.ReceivedVariable] = ReceivedSnapshots;
        return start;
    }

    /// <summary>The host program, what was compiled with the tests beside it, and the snapshots that it is compared with.</summary>
    private IReadOnlyList<string> Visible(string slug, string folder) =>
        [
            Path.GetDirectoryName(typeof(HostRequest).Assembly.Location)!,
            folder,
            .. Directory.EnumerateFiles(Path.Combine(paths.Tests, slug), "*.verified.*"),
        ];
}
