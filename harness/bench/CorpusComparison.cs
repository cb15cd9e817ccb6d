using System.Reflection;
using Katas.Corpus;
using Katas.Harness.Explorer.Verdicts;
using Katas.Harness.Timing;

namespace Katas.Harness.Bench;

/// <summary>The explorer and Coyote on the corpus: each of its classes has a program with a bug and the same program without it.</summary>
internal sealed class CorpusComparison
{
    private const int BuggySchedules = 10_000;
    private const int FixedSchedules = 1_000;

    private static readonly TimeSpan BuggyLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FixedLimit = TimeSpan.FromSeconds(5);

    private readonly List<(int? First, bool FalseAlarm)> _ours = [];
    private readonly List<(int? First, bool FalseAlarm)> _theirs = [];

    /// <summary>Measures, one pair after the other; without Coyote only the explorer.</summary>
    public async Task<IReadOnlyList<Row>> Run(
        CoyotePeer? coyote,
        Action<string> log,
        CancellationToken cancellationToken
    )
    {
        var pairs = Pairs().ToList();
        log($"{pairs.Count} pairs of programs, with a bug and without it.");
        foreach (var pair in pairs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _ours.Add((Find(pair, "Buggy"), Find(pair, "Fixed") is not null));
            var own = $"{pair.Name}: ours {Text(_ours[^1])}";
            if (coyote is not null)
            {
                var buggy = await coyote
                    .Run(pair.Name, "Buggy", BuggySchedules, BuggyLimit, cancellationToken)
                    .ConfigureAwait(false);
                var mended = await coyote
                    .Run(pair.Name, "Fixed", FixedSchedules, FixedLimit, cancellationToken)
                    .ConfigureAwait(false);
                _theirs.Add(Judge(buggy, mended));
                own += $", Coyote {Text(_theirs[^1])}";
            }
            log(own);
        }
        return Rows(pairs.Count);
    }

    /// <summary>
    /// What Coyote's words on a pair come to. That a deadlock may be there tells nothing where it is said of both programs, and is no false alarm.
    /// </summary>
    public static (int? First, bool FalseAlarm) Judge(CoyoteRun? buggy, CoyoteRun? mended)
    {
        var isFound =
            buggy is { IsSure: true }
            || (buggy is { IsGuess: true } && mended is { IsGuess: false });
        return (isFound ? buggy!.Schedules : null, mended is { IsSure: true });
    }

    private List<Row> Rows(int pairs)
    {
        var hasPeer = _theirs.Count > 0;
        var both = _ours
            .Zip(_theirs, (ours, theirs) => (ours.First, Theirs: theirs.First))
            .Where(first => first is { First: not null, Theirs: not null })
            .ToList();
        return
        [
            Row.OfCounts(
                $"bugs missed, of {pairs}",
                _ours.Count(pair => pair.First is null),
                hasPeer ? _theirs.Count(pair => pair.First is null) : null,
                CoyotePeer.Name,
                "bugs"
            ),
            Row.OfCounts(
                $"false alarms, in {pairs} programs without a bug",
                _ours.Count(pair => pair.FalseAlarm),
                hasPeer ? _theirs.Count(pair => pair.FalseAlarm) : null,
                CoyotePeer.Name,
                "alarms"
            ),
            .. both.Count == 0
                ? (IEnumerable<Row>)[]
                :
                [
                    Row.Against(
                        $"to the first failure, mean of the {both.Count} that both find",
                        both.Average(first => first.First!.Value),
                        both.Average(first => first.Theirs!.Value),
                        CoyotePeer.Name,
                        "schedules",
                        1
                    ),
                    Row.Against(
                        $"to the first failure, median of the {both.Count} that both find",
                        Statistics.Median([.. both.Select(first => (double)first.First!.Value)]),
                        Statistics.Median([.. both.Select(first => (double)first.Theirs!.Value)]),
                        CoyotePeer.Name,
                        "schedules",
                        1
                    ),
                ],
        ];
    }

    private static IEnumerable<Type> Pairs() =>
        typeof(Run)
            .Assembly.GetExportedTypes()
            .Where(type => type.GetMethod("Buggy") is not null)
            .OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>How many schedules the explorer has run until one failed; <see langword="null"/> when none did.</summary>
    private static int? Find(Type pair, string method)
    {
        try
        {
            Explorer.Explorer.Check(
                pair.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!
                    .CreateDelegate<Action>(),
                new()
                {
                    Output = TextWriter.Null,
                    ReportFolder = null,
                    Shorten = false,
                    Schedules = BuggySchedules,
                    TotalSteps = 10_000_000, // the bound here is the number of schedules
                }
            );
            return null;
        }
        catch (ExplorationException e)
        {
            return e.Schedules;
        }
    }

    private static string Text((int? First, bool FalseAlarm) pair) =>
        (pair.First is { } first ? $"after {first}" : "not found")
        + (pair.FalseAlarm ? ", a false alarm" : "");
}
