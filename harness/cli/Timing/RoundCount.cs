using System.CommandLine;
using Katas.Harness.Timing;

namespace Katas.Harness.Cli.Timing;

/// <summary>The option <c>--rounds</c>: how many times each variant is timed.</summary>
internal static class RoundCount
{
    public static Option<int> Option() =>
        new("--rounds")
        {
            Description = $"How many rounds; a conclusion needs {Conclusion.RoundsNeeded}.",
            CustomParser = result => WholeNumber.Parse(result, "--rounds", 1, 10_000),
            DefaultValueFactory = _ => Conclusion.RoundsNeeded,
        };
}
