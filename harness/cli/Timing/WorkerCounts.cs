using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Katas.Harness.Cli.Timing;

/// <summary>The option <c>--workers</c>: the sizes of the pools, for example <c>1,2,4</c>.</summary>
internal static class WorkerCounts
{
    private const int Maximum = 256;

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
            Description =
                $"How many workers, for example 1,2,4 [default: {string.Join(',', Default)}].",
            CustomParser = Parse,
        };

    /// <summary>The option's value, or its default: a default of several numbers would be shown as <c>1|2</c>.</summary>
    public static int[] Value(ParseResult parsed, Option<int[]> option) =>
        parsed.GetValue(option) is { Length: > 0 } counts ? counts : Default;

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
                ) && count is >= 1 and <= Maximum
            )
            {
                counts.Add(count);
                continue;
            }
            result.AddError(
                $"--workers takes numbers from 1 to {Maximum}, separated by commas, for example 1,2,4, not '{part}'."
            );
            return [];
        }
        return [.. counts.Distinct().Order()];
    }
}
