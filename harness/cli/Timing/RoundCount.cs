using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Katas.Harness.Timing;

namespace Katas.Harness.Cli.Timing;

/// <summary>The value of <c>--rounds</c>.</summary>
internal static class RoundCount
{
    private const int Most = 10_000;

    public static Option<int> Option() =>
        new("--rounds")
        {
            Description = $"How many rounds; a conclusion needs {Verdict.RoundsNeeded}.",
            CustomParser = Parse,
            DefaultValueFactory = _ => Verdict.RoundsNeeded,
        };

    private static int Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds)
            && rounds is >= 1 and <= Most
        )
            return rounds;
        result.AddError($"--rounds takes a number from 1 to {Most}; '{text}' is none.");
        return 0;
    }
}
