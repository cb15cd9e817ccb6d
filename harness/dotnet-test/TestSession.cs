using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.DotnetTest;

/// <summary>Runs the chapters' tests: all in one call of vstest, or one call a chapter where data is collected; then what a lost test process left undone.</summary>
internal sealed class TestSession(VSTestArguments arguments, string resultsFolder)
{
    /// <summary>The harness's own tests are not guarded one by one, and may take long.</summary>
    private static readonly TimeSpan HarnessSilence = TimeSpan.FromMinutes(10);

    private readonly List<string> _output = [];

    /// <summary>What vstest printed, for when something went wrong.</summary>
    public IEnumerable<string> Output => _output;

    /// <summary>Where the details are: the .trx file, or the folder with one for each chapter.</summary>
    public string Details { get; private set; } = "";

    /// <summary>Runs every chapter that was built.</summary>
    public IReadOnlyList<ChapterResult> Run(IReadOnlyList<Chapter> chapters)
    {
        Directory.CreateDirectory(resultsFolder);
        var built = chapters.Select(chapter => chapter.Tests).OfType<TestAssembly>().ToList();
        var groups = arguments.Collects
            ? built.Select(tests =>
                (Name: tests.Chapter, Tests: (IReadOnlyList<TestAssembly>)[tests])
            )
            : [("katas", built)];
        Details = arguments.Collects ? resultsFolder : Path.Combine(resultsFolder, "katas.trx");

        var results = TwoAtATime(groups.Where(group => group.Tests.Count > 0))
            .SelectMany(group => RunTogether(group.Tests, group.Name))
            .ToDictionary(result => result.Slug, StringComparer.Ordinal);

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
        return [.. TwoAtATime(group).Select(tests => Finish(tests, call, group.Count == 1, name))];
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
            chapter.Verdicts,
            chapter.Error,
            chapter.HostFailed
        );
    }

    private VSTestCall Call(IReadOnlyList<TestAssembly> group, string name, string? filter)
    {
        var folder = arguments.Collects
            ? Path.Combine(resultsFolder, group[0].Chapter)
            : resultsFolder;
        string[] own =
        [
            "--parallel",
            $"--resultsDirectory:{folder}",
            $"--logger:trx;LogFileName={name}.trx",
            .. group
                .Select(tests => tests.Adapters)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Where(_ => arguments.Collects)
                .Select(adapters => $"--testAdapterPath:{adapters}"),
        ];
        Directory.CreateDirectory(folder);
        File.Delete(Path.Combine(folder, $"{name}.trx"));
        // Two test processes run at a time, in this order: what takes longest begins first.
        var longestFirst = group.OrderBy(tests => tests.Sources is not null);
        var call = VSTestCall.Run(
            arguments.For(longestFirst.Select(tests => tests.Path), filter, own),
            SilenceOf(group),
            arguments.WantsConsole
        );
        lock (_output)
            _output.Add(call.Output);
        return call;
    }

    private static TimeSpan SilenceOf(IEnumerable<TestAssembly> group) =>
        group.Any(tests => tests.Sources is null) ? HarnessSilence : HostFailure.SilenceLimit;

    private static ParallelQuery<T> TwoAtATime<T>(IEnumerable<T> items) =>
        items.AsParallel().AsOrdered().WithDegreeOfParallelism(2);
}
