using System.CommandLine;
using Katas.Harness.Cli.Scaffolding;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli;

/// <summary><c>new</c>: writes a chapter of one small kata that passes its own tests and the verifier.</summary>
/// <remarks>Exit codes: 0 the chapter is there; 2 a name cannot be used, or the projects could not be added to <c>Katas.sln</c>.</remarks>
internal static class NewCommand
{
    public static Command Create()
    {
        var slug = new Argument<string>("slug")
        {
            Description = "The chapter's folder, for example 15-your-topic.",
        }.RefuseOptions();
        var name = new Argument<string>("name")
        {
            Description = "The chapter's project and namespace, for example YourTopic.",
        }.RefuseOptions();
        var command = new Command(
            "new",
            "Writes a chapter of one small kata (lesson, hints, stub, solution, tests, wrong and right answers), and adds its projects to Katas.sln. Exit code 0 when it is there, 2 when a name cannot be used."
        )
        {
            slug,
            name,
        };
        command.SetGuardedAction(
            (parsed, _) =>
                Task.FromResult(Run(parsed.GetRequiredValue(slug), parsed.GetRequiredValue(name)))
        );
        return command;
    }

    private static int Run(string slug, string name)
    {
        var paths = WorkbookPaths.Find();
        NewChapter chapter;
        try
        {
            chapter = NewChapter.Plan(paths, slug, name);
        }
        catch (BadNameException e)
        {
            throw new UsageException(e.Message);
        }

        var projects = ChapterFiles.Write(paths, chapter);
        if (
            ChildProgram.Run(
                "dotnet",
                ["sln", paths.SolutionPath, "add", .. projects],
                paths.Root,
                isQuiet: true
            ) != 0
        )
        {
            throw new UsageException(
                $"The files are there, but could not be added to {WorkbookPaths.SolutionFile}. Try: dotnet sln add {string.Join(' ', projects)}"
            );
        }
        SolutionPlatforms.KeepAnyCpu(paths);
        Console.WriteLine(
            $"""
            {slug} is there: exercises/{slug}, solutions/{slug}, tests/{slug}.
            See it red:   dotnet test tests/{slug}
            See it green: dotnet test tests/{slug} -p:Against=solutions
            Check it:     dotnet run -c Release --project harness/cli -- verify {slug}
            Then go on with CONTRIBUTING.md, step 2.
            """
        );
        return ExitCodes.Ok;
    }
}
