using System.CommandLine;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli;

/// <summary><c>readme</c>: makes the README's table of chapters anew from the lessons.</summary>
/// <remarks>Exit codes: 0 the table is up to date; 1 a lesson cannot be read.</remarks>
internal static class ReadmeCommand
{
    public static Command Create()
    {
        var command = new Command(
            "readme",
            "Makes the README's table of chapters anew from the lessons."
        );
        command.SetAction(_ => Run());
        return command;
    }

    private static int Run()
    {
        var paths = WorkbookPaths.Find();
        try
        {
            var old = File.ReadAllText(paths.Readme);
            var renewed = ChapterTable.Renew(
                old,
                paths.Slugs().Select(slug => Lesson.Read(paths, slug))
            );
            File.WriteAllText(paths.Readme + ".tmp", renewed);
            File.Move(paths.Readme + ".tmp", paths.Readme, overwrite: true);
            Console.WriteLine(
                renewed == old ? "README.md was up to date." : "README.md is made anew."
            );
            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }
}
