using Katas.Harness;
using Katas.Harness.DotnetTest;
using Katas.Harness.Workbook;

// Takes the place of vstest.console behind `dotnet test` (the property VSTestConsolePath): same arguments, one table at the end.
// Exit codes: 0 when every test passed, 1 when not.
if (BuildProgress.Show(args))
    return 0;
var arguments = VSTestArguments.Parse(args);
if (
    arguments.Sources is [var source]
    && source.EndsWith(BuildProgress.Extension, StringComparison.Ordinal)
)
{
    BuildProgress.Begin(source);
    return 0;
}
foreach (var list in arguments.Sources.Where(ChapterList.IsList))
    BuildProgress.End(Path.ChangeExtension(list, BuildProgress.Extension));
var paths = WorkbookPaths.Find();
var text = new PathText(paths.Root);
var chapters = ChapterList.Read(arguments.Sources, text.Short);

if (arguments.ListTests)
{
    var built = chapters.Select(chapter => chapter.Tests?.Path).OfType<string>();
    using var listing = System.Diagnostics.Process.Start(
        VSTestConsole.StartInfo(arguments.For(built, arguments.Filter, []))
    )!;
    listing.WaitForExit();
    return listing.ExitCode;
}

var folder = arguments.ResultsFolder ?? paths.TestResults;

// The pages stand beside the results, and those who ask for other results do not want the workbook's pages replaced.
var session = new TestSession(
    arguments,
    folder,
    arguments.ResultsFolder is null ? paths.Root : null
);
var results = session.Run(chapters);
new RunReport([.. results.Select(result => result.ToReport())]).Write(folder);
var pages = new FailurePages(folder, text.Short);
pages.Write(results);

new ProgressTable(Terminal.Out(), text.Short).Write(
    results,
    paths.Exercises,
    next => next is null ? session.Details : pages.Of(next)
);
if (results.All(result => result.Total == 0 && result.Skipped == 0))
{
    foreach (var output in session.Output)
        Console.Error.Write(output);
}
return
    results.All(result => result.IsGreen)
    && results.Any(result => result.Total > 0 || result.IsSkipped)
    ? 0
    : 1;
