using System.CommandLine;
using System.CommandLine.Parsing;
using Katas.Harness.Timing;

namespace Katas.Cli.Timing;

/// <summary>The value of <c>--rounds</c>.</summary>
internal static class RoundCount
{
    private const int Most = 10_000;

    public static Option<int> Option()
    {
        var rounds = new Option<int>("--rounds")
        {
            Description = $"How many rounds; a conclusion needs {Verdict.RoundsNeeded}.",
            DefaultValueFactory = _ => Verdict.RoundsNeeded,
        };
        rounds.Validators.Add(Check);
        return rounds;
    }

    private static void Check(OptionResult result)
    {
        // A value that is no number has its own message.
        if (result.Errors.Any())
            return;
        var rounds = result.GetValueOrDefault<int>();
        if (rounds is < 1 or > Most)
            result.AddError($"--rounds takes a number from 1 to {Most}; {rounds} is none.");
    }
}
