namespace Katas.Harness.Bench.Suite;

/// <summary>Everything that the suite can measure.</summary>
internal static class SuiteMeasures
{
    /// <summary>How often something is timed that takes seconds; what takes minutes is timed once.</summary>
    private const int ShortRounds = 5;

    private static readonly string[] s_againstSolutions = ["-p:Against=solutions"];

    /// <summary>The continuous integration's script, which installs packages and takes many minutes.</summary>
    public static SuiteMeasure Ci { get; } =
        new(
            "ci",
            "bash .ci/run, clean clone",
            600,
            1,
            (_, _) => Task.CompletedTask,
            (checkout, token) =>
                checkout.InClone((clone, _) => InTurn.Seconds(() => clone.RunCi(token)), token)
        );

    public static IReadOnlyList<SuiteMeasure> All { get; } =
    [
        new(
            "solutions",
            "dotnet test -p:Against=solutions, everything built",
            300,
            1,
            async (checkout, token) =>
                await checkout.Run(
                    "dotnet",
                    ["test", .. s_againstSolutions, "--list-tests"],
                    token
                ),
            (checkout, token) => InTurn.Seconds(() => checkout.Test(s_againstSolutions, token))
        ),
        new(
            "unchanged",
            "dotnet test, nothing changed",
            6.5,
            ShortRounds,
            (checkout, token) => checkout.Test([], token),
            (checkout, token) => InTurn.Seconds(() => checkout.Test([], token))
        ),
        new(
            "clone",
            "dotnet test, fresh clone, empty NuGet cache",
            80,
            1,
            (_, _) => Task.CompletedTask,
            (checkout, token) =>
                checkout.InClone(
                    (clone, packages) => InTurn.Seconds(() => clone.Test([], token, packages)),
                    token
                )
        ),
        // The benchmark's own figure is a median of several rounds.
        new(
            "engine",
            "03-first-thread, edit to verdicts in the engine",
            0.35,
            1,
            (checkout, token) => checkout.BuildBench(token),
            (checkout, token) => checkout.Bench("engine", token)
        ),
        Ci,
    ];
}
