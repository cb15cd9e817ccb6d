using Katas.Harness;
using Katas.Harness.DotnetTest;
using Katas.Harness.Workbook;

// Takes the place of vstest.console behind `dotnet test` (the property VSTestConsolePath): same arguments, one table at the end.
// Exit codes: 0 when every test passed, 1 when not.
var arguments = VSTestArguments.Parse(args);
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
var session = new TestSession(arguments, folder);
var results = session.Run(chapters);
new RunReport([.. results.Select(result => result.ToReport())]).Write(folder);

new ProgressTable(Terminal.Out(), text.Short).Write(results, paths.Exercises, session.Details);
if (results.All(result => result.Total == 0))
{
    foreach (var output in session.Output)
        Console.Error.Write(output);
}
return results.All(result => result.IsGreen) && results.Any(result => result.Total > 0) ? 0 : 1;
