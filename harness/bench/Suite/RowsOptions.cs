using System.CommandLine;
using System.CommandLine.Parsing;
using Katas.Harness.Cli;

namespace Katas.Harness.Bench.Suite;

/// <summary><c>--only</c> and <c>--ci</c>: which rows the suite measures.</summary>
internal sealed record RowsOptions(Option<List<SuiteMeasure>> Only, Option<bool> Ci)
{
    private static string Names => string.Join(", ", SuiteMeasures.All.Select(one => one.Name));

    public static RowsOptions Create() =>
        new(
            new("--only")
            {
                Description = $"Which rows, for example unchanged,engine: {Names} [default: all].",
                CustomParser = Parse,
            },
            new("--ci")
            {
                Description =
                    "Allows the row ci, which installs packages on this machine and takes many minutes.",
            }
        );

    /// <summary>The measures that the command line asks for.</summary>
    /// <exception cref="UsageException">It asks for ci alone, without allowing it.</exception>
    public IReadOnlyList<SuiteMeasure> Value(ParseResult parsed)
    {
        var chosen = parsed.GetValue(Only) is { Count: > 0 } named ? named : SuiteMeasures.All;
        var allowed = chosen.Where(one => one != SuiteMeasures.Ci || parsed.GetValue(Ci)).ToList();
        return allowed.Count > 0
            ? allowed
            : throw new UsageException(
                "The row ci installs packages on this machine and takes many minutes. Add --ci to run it."
            );
    }

    private static List<SuiteMeasure> Parse(ArgumentResult result)
    {
        var chosen = new List<SuiteMeasure>();
        foreach (var name in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (SuiteMeasures.All.FirstOrDefault(one => one.Name == name.Trim()) is { } measure)
                chosen.Add(measure);
            else
                result.AddError($"There is no row '{name}'. --only takes {Names}.");
        }
        return chosen;
    }
}
