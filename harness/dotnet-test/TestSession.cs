using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.DotnetTest;

/// <summary>Runs the chapters' tests: all in one call of vstest, or one call a chapter where data is collected; then what a lost test process left undone.</summary>
/// <param name="arguments">What the user asked for.</param>
/// <param name="resultsFolder">Where the results go.</param>
/// <param name="reportRoot">The folder below which the explorer leaves its pages; <see langword="null"/> for none.</param>
internal sealed class TestSession(
    VSTestArguments arguments,
    string resultsFolder,
    string? reportRoot
)
{
    /// <summary>The harness's own tests are not guarded one by one, and may take long.</summary>
    private static readonly TimeSpan HarnessSilence = TimeSpan.FromMinutes(10);

    /// <summary>What the results of a run are called while it is under way.</summary>
    private const string Unfinished = ".unfinished.trx";

    private readonly List<string> _output = [];

    /// <summary>Not where vstest itself writes to the terminal.</summary>
    private readonly LifeLine? _line = arguments.WantsConsole ? null : LifeLine.OfTerminal();

    /// <summary>What vstest printed, for when something went wrong.</summary>
    public IEnumerable<string> Output => _output;

    /// <summary>Where the details are: the .trx file, or the folder with one for each chapter.</summary>
    public string Details { get; private set; } = "";

    /// <summary>Runs every chapter that was built.</summary>
    public IReadOnlyList<ChapterResult> Run(IReadOnlyList<Chapter> chapters)
    {
        Directory.CreateDirectory(resultsFolder);
        _line?.Show("starting the tests");
        var built = chapters.Select(chapter => chapter.Tests).OfType<TestAssembly>().ToList();
        var groups = arguments.Collects
            ? built.Select(tests =>
                (Name: tests.Chapter, Tests: (IReadOnlyList<TestAssembly>)[tests])
            )
            : [("katas", built)];
        Details = arguments.Collects ? resultsFolder : Path.Combine(resultsFolder, "katas.trx");

        var results = InParallel(groups.Where(group => group.Tests.Count > 0))
            .SelectMany(group => RunTogether(group.Tests, group.Name))
            .ToDictionary(result => result.Slug, StringComparer.Ordinal);

        _line?.Erase();
        return
        [
            .. chapters.Select(chapter =>
                results.GetValueOrDefault(chapter.Slug)
                ?? new ChapterResult(chapter.Slug, [], [], chapter.RunError)
            ),
        ];
    }

    private List<ChapterResult> RunTogether(IReadOnlyList<TestAssembly> group, string name)
    {
        var call = Call(group, name, arguments.Filter);
        return [.. InParallel(group).Select(tests => Finish(tests, call, group.Count == 1, name))];
    }

    /// <summary>Runs what is left of a chapter whose test process was lost, until nothing is left.</summary>
    private ChapterResult Finish(TestAssembly tests, VSTestCall call, bool isAlone, string name)
    {
        var chapter = new ChapterRun(tests, arguments.Filter, SilenceOf([tests]));
        for (var number = 2; chapter.Add(call, isAlone); number++)
        {
            call = Call([tests], $"{name}.{tests.Chapter}.{number}", chapter.Filter);
            isAlone = true;
        }
        return new ChapterResult(
            tests.Chapter,
            tests.Katas,
            tests.InOrder(chapter.Verdicts),
            chapter.Error,
            chapter.HostFailed,
            tests.Sources
        );
    }

    private VSTestCall Call(IReadOnlyList<TestAssembly> group, string name, string? filter)
    {
        var folder = arguments.Collects
            ? Path.Combine(resultsFolder, group[0].Chapter)
            : resultsFolder;
        string[] own =
        [
            $"--resultsDirectory:{folder}",
            $"--logger:trx;LogFileName={name}{Unfinished}",
            .. group
                .Select(tests => tests.Adapters)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Where(_ => arguments.Collects)
                .Select(adapters => $"--testAdapterPath:{adapters}"),
        ];
        Directory.CreateDirectory(folder);
        var details = Path.Combine(folder, name);
        File.Delete(details + Unfinished);
        // They start in this order: what takes longest begins first.
        var longestFirst = group.OrderBy(tests => tests.Sources is not null);
        var call = VSTestCall.Run(
            arguments.For(longestFirst.Select(tests => tests.Path), filter, own),
            SilenceOf(group),
            arguments.WantsConsole,
            reportRoot,
            journals => ShowProgress(journals, group)
        );
        Replace(details + Unfinished, details + ".trx");
        lock (_output)
            _output.Add(call.Output);
        return call;
    }

    private void ShowProgress(string journals, IReadOnlyList<TestAssembly> group)
    {
        if (_line is null)
            return;
        var running = HostJournal
            .ReadAll(journals)
            .Where(host => host is { IsDone: false, Assembly: not null })
            .Select(host =>
                $"{group.FirstOrDefault(tests => tests.Path == host.Assembly)?.Chapter} {host.Progress.Ended} of {host.Progress.All}"
            );
        var text = string.Join(", ", running);
        lock (_line)
            _line.Show(text.Length == 0 ? "starting the tests" : text);
    }

    /// <summary>The results of the run before stand until those of this one are complete. A vstest that was killed leaves none.</summary>
    private static void Replace(string results, string place)
    {
        if (File.Exists(results))
            File.Move(results, place, overwrite: true);
        else
            File.Delete(place);
    }

    private static TimeSpan SilenceOf(IEnumerable<TestAssembly> group) =>
        group.Any(tests => tests.Sources is null) ? HarnessSilence : HostFailure.SilenceLimit;

    private static ParallelQuery<T> InParallel<T>(IEnumerable<T> items) =>
        items.AsParallel().AsOrdered().WithDegreeOfParallelism(VSTestArguments.Parallelism);
}
