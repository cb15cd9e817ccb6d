using System.Globalization;
using Katas.Harness.Workbook;

namespace Katas.Harness.Bench;

/// <summary>Microsoft Coyote, in a program of its own (harness/bench/coyote) that is built when it is needed.</summary>
internal sealed class CoyotePeer
{
    public const string Name = "Coyote 1.7.11";

    private const string Project = "harness/bench/coyote";
    private const string Program = "Katas.Harness.Bench.Coyote.dll";

    private readonly string _root;

    private CoyotePeer(string root) => _root = root;

    /// <summary>Builds it; <see langword="null"/> when that fails, for example because its packages cannot be had here.</summary>
    public static async Task<CoyotePeer?> Build(
        Action<string> log,
        CancellationToken cancellationToken
    )
    {
        var root = WorkbookPaths.Find().Root;
        var build = await ChildCommand
            .Run("dotnet", root, ["build", "-c", "Release", Project], cancellationToken)
            .ConfigureAwait(false);
        if (build.ExitCode == 0)
            return new(root);
        log($"{Project} does not build, so there are no figures of {Name}:");
        log(build.Output.TrimEnd());
        return null;
    }

    /// <summary>Runs a program of the corpus until a bug is found; <see langword="null"/> when it comes to no end.</summary>
    public async Task<CoyoteRun?> Run(
        string type,
        string method,
        int schedules,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        var grace = TimeSpan.FromSeconds(20);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ending.CancelAfter(limit + grace);
        try
        {
            var run = await ChildCommand
                .Run(
                    "dotnet",
                    Path.Combine(_root, Project, "bin", "Release", "net10.0"),
                    [
                        Program,
                        type,
                        method,
                        schedules.ToString(CultureInfo.InvariantCulture),
                        limit.TotalSeconds.ToString("0", CultureInfo.InvariantCulture),
                    ],
                    ending.Token
                )
                .ConfigureAwait(false);
            return run.ExitCode == 0 ? CoyoteRun.Parse(run.Output) : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
