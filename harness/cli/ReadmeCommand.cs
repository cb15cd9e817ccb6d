using System.CommandLine;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli;

/// <summary><c>readme</c>: writes the README's table of chapters again, from the lessons.</summary>
/// <remarks>Exit codes: 0 the table is up to date; 1 a lesson cannot be read.</remarks>
internal static class ReadmeCommand
{
    public static Command Create()
    {
        var command = new Command(
            "readme",
            "Writes the README's table of chapters again, from the lessons. Exit code 0 when the table is up to date, 1 when a lesson cannot be read."
        );
        command.SetGuardedAction((_, _) => Task.FromResult(Run(WorkbookPaths.Find())));
        return command;
    }

    private static int Run(WorkbookPaths paths)
    {
        try
        {
            var old = File.ReadAllText(paths.Readme);
            var updated = ChapterTable.Update(
                old,
                paths.Slugs().Select(slug => Lesson.Read(paths, slug))
            );
            AtomicFile.WriteAllText(paths.Readme, updated);
            Console.WriteLine(
                updated == old
                    ? "The table in README.md was up to date."
                    : "The table in README.md is up to date now."
            );
            return ExitCodes.Ok;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            Prose.Error(e.Message);
            return ExitCodes.Found;
        }
    }
}
