using System.Diagnostics;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Memory;
using Spectre.Console;

namespace Katas.Harness.Cli.Seat;

/// <summary>A learner's clone of a workbook of one chapter, and the repository that it was cloned from.</summary>
internal sealed class LearnerWorkbook : IDisposable
{
    public const string Slug = "01-bowls";
    public const string File = $"exercises/{Slug}/Bowls.cs";
    public const string Stub = """
        public static class Bowls
        {
            /// <summary>Kata 1.</summary>
            public static int Boil() => throw new NotImplementedException();

            /// <summary>Kata 2.</summary>
            public static int Cook() => throw new NotImplementedException();
        }

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("learner ").FullName;

    public LearnerWorkbook()
    {
        Directory.CreateDirectory(Published);
        Git(Published, "init", "--quiet", "--initial-branch=main");
        Write(Published, "Katas.sln", "");
        Write(Published, ".gitignore", ".kata/\n*.cs.stub.diff\n");
        Write(Published, $"exercises/{Slug}/Bowls.csproj", "<Project />");
        Write(
            Published,
            $"exercises/{Slug}/README.md",
            "# Bowls\n\n## Kata 1: Boil\n\nBoil the water for a bowl.\n\n## Kata 2: Cook\n\nCook the noodles of a bowl.\n"
        );
        Write(Published, File, Stub);
        Publish("The workbook");
        Git(_folder, "clone", "--quiet", Published, Root);
    }

    /// <summary>The workbook's own repository.</summary>
    public string Published => Path.Combine(_folder, "published");

    /// <summary>The learner's clone.</summary>
    public string Root => Path.Combine(_folder, "clone");

    public LearnerSeat Seat => SeatAt(Root);

    public string Answer
    {
        get => Read(File);
        set => Write(Root, File, value);
    }

    public string Read(string name) => System.IO.File.ReadAllText(Path.Combine(Root, name));

    /// <summary>A workbook, and no terminal.</summary>
    public static LearnerSeat SeatAt(string root)
    {
        var paths = new WorkbookPaths(root);
        return new(
            paths,
            new KataMemory(paths, _ => { }),
            new AnswerArchive(paths),
            AnsiConsole.Create(
                new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) }
            )
        );
    }

    public static void Write(string root, string name, string text)
    {
        var path = Path.Combine(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
    }

    /// <summary>Commits everything in the workbook's own repository.</summary>
    public void Publish(string subject) => Commit(Published, subject);

    public static void Commit(string folder, string subject)
    {
        Git(folder, "add", "--all");
        Git(folder, "commit", "--quiet", "-m", subject);
    }

    public static string Git(string folder, params string[] arguments)
    {
        string[] identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
        using var process = Process.Start(
            new ProcessStartInfo("git", [.. identity, .. arguments])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException(
                $"git {string.Join(' ', arguments)}: {errors.Result}"
            );
    }

    public void Dispose()
    {
        // git makes its objects read-only, which Windows does not delete.
        foreach (
            var file in new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories)
        )
            file.IsReadOnly = false;
        Directory.Delete(_folder, recursive: true);
    }
}
