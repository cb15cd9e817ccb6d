using System.Diagnostics;
using Katas.Harness.Machines;
using Katas.Harness.Workbook;

namespace Katas.Harness.Engine;

/// <summary>Sees to it that test assemblies are there and newer than what they are made of.</summary>
internal sealed class ChapterBuild(WorkbookPaths paths, EngineOptions options)
{
    /// <summary>One build in this process, whichever engine asks: two would write the same files.</summary>
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>Builds those of the chapters that are missing or stale, all in one go.</summary>
    /// <returns>Whether anything was built.</returns>
    /// <exception cref="ChapterBuildException">The build failed.</exception>
    public async Task<bool> Ensure(
        IReadOnlyList<Chapter> chapters,
        CancellationToken cancellationToken
    )
    {
        await OneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var sources = new SourceTimes(paths);
            var stale = chapters.Where(chapter => IsStale(chapter, sources)).ToList();
            if (stale.Count == 0)
                return false;
            options.Notice?.Invoke(
                $"Building the tests of {string.Join(", ", stale.Select(chapter => chapter.Slug))}, once and after updates ..."
            );
            await Build(stale, cancellationToken).ConfigureAwait(false);
            return true;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static bool IsStale(Chapter chapter, SourceTimes sources) =>
        !File.Exists(chapter.TestAssembly)
        || !File.Exists(chapter.CompilerArguments)
        || File.GetLastWriteTimeUtc(chapter.BuildStamp) < sources.Newest(chapter.Slug);

    private async Task Build(IReadOnlyList<Chapter> chapters, CancellationToken cancellationToken)
    {
        var projects = string.Join("%3B", chapters.Select(chapter => chapter.TestProject));
        var start = new ProcessStartInfo(DotnetHost.Path)
        {
            UseShellExecute = false,
            WorkingDirectory = paths.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "msbuild",
                Path.Combine(paths.Harness, "build", "Chapters.proj"),
                $"-p:Chapters={projects}",
                "-p:Against=solutions",
                $"-p:Configuration={options.Configuration}",
                "-m",
                "-nologo",
                "-v:quiet",
                "-tl:off",
            },
        };
        DotnetHost.RemoveBuildVariables(start);

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        if (process.ExitCode != 0)
        {
            throw new ChapterBuildException(
                $"The tests could not be built against the solutions:{Environment.NewLine}{await output.ConfigureAwait(false)}{await errors.ConfigureAwait(false)}"
            );
        }
    }
}
