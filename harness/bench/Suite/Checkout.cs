using System.Text.Json;
using Katas.Harness.Cli;
using Katas.Harness.Workbook;

namespace Katas.Harness.Bench.Suite;

/// <summary>A checkout of the workbook, of this commit or an older one, whose commands are timed from outside.</summary>
/// <param name="Paths">Its paths.</param>
internal sealed record Checkout(WorkbookPaths Paths)
{
    private const string BenchProject = "harness/bench";

    /// <summary>The checkout in a folder.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static Checkout Open(string folder)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
            throw new UsageException(
                $"There is no folder '{root}'. Make one of an old commit: git worktree add '{root}' <commit>"
            );
        var paths = new WorkbookPaths(root);
        return File.Exists(paths.SolutionPath)
            ? new(paths)
            : throw new UsageException(
                $"The folder '{root}' has no {WorkbookPaths.SolutionFile}, so it is no checkout of the workbook. Name the folder that holds that file."
            );
    }

    /// <summary>Runs <c>dotnet test</c> at the root. Red katas are no error, but a run that leaves no report is.</summary>
    /// <param name="options">What follows <c>dotnet test</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="packages">The NuGet cache to use instead of the user's.</param>
    /// <exception cref="UsageException">The tests could not be run.</exception>
    public async Task Test(
        string[] options,
        CancellationToken cancellationToken,
        string? packages = null
    )
    {
        var report = Path.Combine(Paths.TestResults, RunReport.FileName);
        File.Delete(report);
        var run = await Run("dotnet", ["test", .. options], cancellationToken, packages)
            .ConfigureAwait(false);
        if (!File.Exists(report))
            throw Failure($"dotnet test in '{Paths.Root}' has left no {report}.", run);
    }

    /// <summary>Builds the program of the benchmarks.</summary>
    /// <exception cref="UsageException">It does not build.</exception>
    public async Task BuildBench(CancellationToken cancellationToken)
    {
        var build = await Run("dotnet", ["build", "-c", "Release", BenchProject], cancellationToken)
            .ConfigureAwait(false);
        if (build.ExitCode != 0)
            throw Failure($"{BenchProject} in '{Paths.Root}' does not build.", build);
    }

    /// <summary>Runs the script of the continuous integration.</summary>
    /// <exception cref="UsageException">A step of it failed, so that its time means little.</exception>
    public async Task RunCi(CancellationToken cancellationToken)
    {
        var ci = await Run("bash", [".ci/run"], cancellationToken).ConfigureAwait(false);
        if (ci.ExitCode != 0)
            throw Failure($"bash .ci/run of '{Paths.Root}' has failed.", ci);
    }

    /// <summary>Runs one of the checkout's own benchmarks, and reads the first figure of its first row.</summary>
    /// <exception cref="UsageException">It has left no figure.</exception>
    public async Task<double> Bench(
        string name,
        CancellationToken cancellationToken,
        params string[] options
    )
    {
        var json = Path.GetTempFileName();
        try
        {
            var run = await Run(
                    "dotnet",
                    [
                        "run",
                        "-c",
                        "Release",
                        "--project",
                        BenchProject,
                        "--",
                        name,
                        "--json",
                        json,
                        .. options,
                    ],
                    cancellationToken
                )
                .ConfigureAwait(false);
            if (new FileInfo(json).Length == 0)
                throw Failure($"The benchmark {name} of '{Paths.Root}' has left no figures.", run);
            using var document = JsonDocument.Parse(
                await File.ReadAllTextAsync(json, cancellationToken).ConfigureAwait(false)
            );
            return document.RootElement.GetProperty("rows")[0].GetProperty("ours").GetDouble();
        }
        finally
        {
            File.Delete(json);
        }
    }

    /// <summary>Clones the checkout's commit into a temporary folder, does something there, and deletes it.</summary>
    /// <exception cref="UsageException">It could not be cloned.</exception>
    public async Task<double> InClone(
        Func<Checkout, string, Task<double>> measure,
        CancellationToken cancellationToken
    )
    {
        var folder = Directory.CreateTempSubdirectory("katas-suite-").FullName;
        try
        {
            var root = Path.Combine(folder, "workbook");
            var clone = await Run("git", ["clone", "--quiet", ".", root], cancellationToken)
                .ConfigureAwait(false);
            if (clone.ExitCode != 0)
                throw Failure($"'{Paths.Root}' could not be cloned.", clone);
            return await measure(Open(root), Path.Combine(folder, "packages"))
                .ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs a program at the checkout's root.</summary>
    public Task<ChildCommand> Run(
        string program,
        string[] arguments,
        CancellationToken cancellationToken,
        string? packages = null
    ) => ChildCommand.Run(program, Paths.Root, arguments, cancellationToken, packages);

    /// <summary>An exception with the last lines of the command that failed.</summary>
    private static UsageException Failure(string message, ChildCommand command)
    {
        const int Lines = 20;
        var tail = command.Output.TrimEnd().Split('\n').TakeLast(Lines);
        return new(string.Join(Environment.NewLine, tail.Prepend(message)));
    }
}
