using System.Diagnostics;
using System.IO.Compression;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Grading;

[Platform(Include = "Linux")]
public sealed class AutograderTests : IDisposable
{
    private const int RunByAll = 0x49;

    private readonly WorkbookPaths _paths = WorkbookPaths.Find();
    private readonly string _root = Directory.CreateTempSubdirectory("autograder ").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Test]
    public void The_zip_holds_the_workbook_and_the_scripts_at_its_top()
    {
        var config = Write("my.json", "{}");
        var file = Path.Combine(_root, "out", "gradescope.zip");

        AutograderZip.Write(_paths, config, file);

        using var zip = ZipFile.OpenRead(file);
        foreach (var program in new[] { "setup.sh", "run_autograder", "kata" })
            Assert.That(
                (zip.GetEntry(program)!.ExternalAttributes >> 16) & RunByAll,
                Is.EqualTo(RunByAll),
                program
            );
        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        Assert.That(
            names,
            Is.SupersetOf(["Katas.sln", "grading.json", "exercises/03-first-thread/Threads.cs"])
        );
        Assert.That(names, Is.Unique);
        Assert.That(names, Has.None.Contains("/bin/").And.None.Contains("/obj/"));
    }

    [TestCase(0, "the result")]
    [TestCase(1, "the result")]
    [TestCase(2, "exit code 2")]
    public void The_script_leaves_a_result_whatever_happens(int exitCode, string result)
    {
        Write(
            "source/kata",
            $$"""
            #!/bin/sh
            test -e "$2/submission/Threads.cs" && test "$8" = "$(dirname "$0")/grading.json" || exit 9
            mkdir -p "$4/gradescope" && echo 'the result' >"$4/gradescope/submission-1.json"
            exit {{exitCode}}
            """
        );
        Write("source/grading.json", "{}");
        Write("submission/Threads.cs", "");
        Run("chmod", "+x", Path.Combine(_root, "source", "kata"));

        Run("bash", Path.Combine(Scripts, "run_autograder"));

        Assert.That(
            File.ReadAllText(Path.Combine(_root, "results", "results.json")),
            Does.Contain(result)
        );
    }

    [TestCase("setup.sh")]
    [TestCase("run_autograder")]
    public void The_scripts_are_well_formed(string script) =>
        Run("bash", "-n", Path.Combine(Scripts, script));

    private string Scripts => Path.Combine(_paths.Harness, "grading", "pack", "gradescope");

    private string Write(string path, string text)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    private void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
        start.Environment["AUTOGRADER"] = _root;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, errors);
    }
}
