using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Katas.Harness.Cli.Timing;

/// <summary>The value of <c>--workers</c>.</summary>
internal static class WorkerCounts
{
    private const int Most = 256;

    /// <summary>1, 2, 4, … up to the number of cores.</summary>
    private static int[] Default { get; } =
    [
        .. Enumerable
            .Range(0, 9)
            .Select(power => 1 << power)
            .TakeWhile(count => count == 1 || count <= Environment.ProcessorCount),
    ];

    public static Option<int[]> Option() =>
        new("--workers")
        {
            Description = "How many workers, for example 1,2,4.",
            DefaultValueFactory = _ => Default,
            CustomParser = Parse,
        };

    private static int[] Parse(ArgumentResult result)
    {
        var text = string.Join(",", result.Tokens.Select(token => token.Value));
        var counts = new List<int>();
        foreach (var part in text.Split(','))
        {
            if (
                int.TryParse(
                    part.Trim(),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var count
                ) && count is >= 1 and <= Most
            )
            {
                counts.Add(count);
                continue;
            }
            result.AddError(
                $"--workers takes numbers from 1 to {Most}, separated by commas, for example 1,2,4. '{part}' is none."
            );
            return [];
        }
        return [.. counts.Distinct().Order()];
    }
}
