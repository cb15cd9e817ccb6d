using Katas.Harness.Engine;

namespace Katas.Harness.Cli;

/// <summary>Prints how many runs of the same tests agree, and each test on which they differ.</summary>
internal static class RepeatReport
{
    /// <returns>The exit code of <c>repeat</c> for this subject.</returns>
    public static int Print(string subject, IReadOnlyList<ChapterVerdicts> runs)
    {
        if (runs.FirstOrDefault(run => run.RunError is not null) is { RunError: { } error })
        {
            Console.WriteLine($"{subject}: the tests could not be run: {error}");
            return ExitCodes.Unable;
        }

        var comparison = new RunComparison(runs);
        var flakes = comparison.Flakes();
        var red = comparison.AlwaysRed();
        var tests = runs.Max(run => run.Tests.Count);
        Console.WriteLine(
            $"{subject}: {runs.Count} runs of {tests} tests, {(flakes.Count == 0 ? "the same outcomes in each" : $"{flakes.Count} with different outcomes")}{(red.Count > 0 ? $"; {red.Count} fail every time" : "")}."
        );
        foreach (var flake in flakes)
            Print(flake);
        return flakes.Count == 0 ? ExitCodes.Ok : ExitCodes.Found;
    }

    private static void Print(Flake flake)
    {
        Console.WriteLine($"  {flake}");
        foreach (var (run, verdict) in flake.Examples)
        {
            Console.WriteLine(
                $"    run {run}: {verdict.Outcome}, {verdict.Duration.TotalSeconds:0.000} s"
            );
            foreach (var text in new[] { verdict.Message, verdict.StackTrace, verdict.Output })
            {
                if (text is not null)
                    Console.WriteLine(
                        "      " + text.Trim().ReplaceLineEndings(Environment.NewLine + "      ")
                    );
            }
        }
    }
}
