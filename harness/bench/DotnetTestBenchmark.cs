using Katas.Harness.Workbook;

namespace Katas.Harness.Bench;

/// <summary>The learner's command with nothing changed, at the root and for one chapter, against plain vstest on the same assemblies.</summary>
internal sealed class DotnetTestBenchmark : IBenchmark
{
    private const int Rounds = 3;

    public string Name => "dotnet-test";

    public string Description =>
        "Times dotnet test with nothing changed, at the root and in one chapter, against plain dotnet vstest on the same assemblies.";

    public async Task<IReadOnlyList<Row>> Run(
        Action<string> log,
        CancellationToken cancellationToken
    )
    {
        var paths = WorkbookPaths.Find();
        var (root, tests) = (paths.Root, paths.Tests);
        var chapter = Directory.GetDirectories(tests, "03-*").Single();
        Task Dotnet(params string[] arguments) =>
            ChildCommand.Run("dotnet", root, arguments, cancellationToken);

        log("Building and running everything once, so that nothing is left to do.");
        await Dotnet("test").ConfigureAwait(false);
        await Dotnet("test", chapter).ConfigureAwait(false);
        var assemblies = Assemblies(tests);
        var one = Assemblies(chapter);

        log($"{Rounds} rounds, {assemblies.Length} test assemblies.");
        var all = await InTurn
            .Medians(
                Rounds,
                () => InTurn.Seconds(() => Dotnet("test")),
                () => InTurn.Seconds(() => Dotnet(["vstest", "--Parallel", .. assemblies]))
            )
            .ConfigureAwait(false);
        var single = await InTurn
            .Medians(
                Rounds,
                () => InTurn.Seconds(() => Dotnet("test", chapter)),
                () => InTurn.Seconds(() => Dotnet(["vstest", .. one]))
            )
            .ConfigureAwait(false);
        return
        [
            Row.Against("root", all.Ours, all.Peer, "one dotnet vstest --Parallel", "s", 2),
            Row.WithLimit("root, in all", all.Ours, 12, "s"),
            Row.Against(
                Path.GetFileName(chapter),
                single.Ours,
                single.Peer,
                "dotnet vstest",
                "s",
                5
            ),
        ];
    }

    /// <summary>The test assemblies that the learner's command has just built and run.</summary>
    private static string[] Assemblies(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.Tests.dll", SearchOption.AllDirectories)
                .Where(file =>
                    file.Replace('\\', '/')
                        .Contains("/bin/exercises/Debug/", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal),
        ];
}
