using Katas.Harness.Workbook;

namespace Katas.Harness.DotnetTest;

/// <summary>Runs the chapters' tests: all in one call of vstest, or one call a chapter where data is collected; then what a lost test host left undone.</summary>
internal sealed class TestSession(VSTestArguments arguments, string resultsFolder)
{
    /// <summary>Tests of a kata are guarded by themselves, so this is for what happens around them, on a machine however busy; the harness's own tests may take long.</summary>
    private static readonly TimeSpan ChapterSilence = TimeSpan.FromSeconds(60);
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

        var results = groups
            .Where(group => group.Tests.Count > 0)
            .AsParallel()
            .WithDegreeOfParallelism(2)
            .SelectMany(group => RunTogether(group.Tests, group.Name))
            .ToDictionary(result => result.Slug, StringComparer.Ordinal);

        return
        [
            .. chapters.Select(chapter =>
                results.GetValueOrDefault(chapter.Slug)
                ?? new ChapterResult(chapter.Slug, [], [], chapter.Trouble)
            ),
        ];
    }

    private List<ChapterResult> RunTogether(IReadOnlyList<TestAssembly> group, string name)
    {
        var call = Call(group, name, arguments.Filter, []);
        return [.. group.Select(tests => Finish(tests, call, name))];
    }

    /// <summary>Runs what is left of a chapter whose test host was lost, until nothing is left.</summary>
    private ChapterResult Finish(TestAssembly tests, VSTestCall call, string name)
    {
        var results = call.Results.Where(result => result.Assembly == tests.Path).ToList();
        var lostKatas = new HashSet<string>(StringComparer.Ordinal);
        Trouble? trouble = null;

        for (var run = 2; trouble is null && IsLost(tests, call); run++)
        {
            if (
                call.Journal.Culprit(tests.Path) is { } culprit
                && tests.KataOf(culprit.Test) is { } kata
                && lostKatas.Add(kata.Name)
            )
            {
                results.Add(
                    new(
                        tests.Path,
                        culprit.Test,
                        "Failed",
                        LostHost.Explain(culprit.ExitCode, call)
                    )
                );
                call = Call(
                    [tests],
                    $"{name}.{tests.Chapter}.{run}",
                    LostHost.Rest(arguments.Filter, results),
                    lostKatas
                );
                results.AddRange(call.Results);
            }
            else
            {
                trouble = LostHost.Trouble(call);
            }
        }
        return new ChapterResult(
            tests.Chapter,
            tests.Katas,
            results,
            trouble,
            LostHost: trouble is not null || lostKatas.Count > 0
        );
    }

    /// <summary>A host that began and did not come to its end; or one that never began although its tests were wanted.</summary>
    private bool IsLost(TestAssembly tests, VSTestCall call) =>
        call.Journal.HasBegun(tests.Path)
            ? !call.Journal.IsDone(tests.Path)
            : call.WasSilent || (arguments.Filter is null && call.ExitCode != 0);

    private VSTestCall Call(
        IReadOnlyList<TestAssembly> group,
        string name,
        string? filter,
        IReadOnlyCollection<string> lostKatas
    )
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
        var call = VSTestCall.Run(
            arguments.For(group.Select(tests => tests.Path), filter, own),
            group.Any(tests => tests.Sources is null) ? HarnessSilence : ChapterSilence,
            arguments.WantsConsole,
            lostKatas
        );
        lock (_output)
            _output.Add(call.Output);
        return call;
    }
}
