using System.Diagnostics;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli;

/// <summary>The script <c>kata</c> with a <c>dotnet</c> that only notes what it is asked for.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LauncherTests : IDisposable
{
    private const string FakeDotnet = """
        #!/bin/sh
        case $1 in
          --version) exit ${VERSION_CODE:-0} ;;
          --list-sdks) echo '8.0.100 [/sdk]' ;;
          build)
            echo built >>"$LOG"
            echo 'a line of the build'
            [ "${BUILD_CODE:-0}" -eq 0 ] && echo "$$" >"$TOOL"
            exit ${BUILD_CODE:-0} ;;
          exec)
            shift 2
            echo "ran [$*]" >>"$LOG"
            [ -n "$KATA_STAMP" ] && [ -n "$STALE" ] && exit 199
            exit ${TOOL_CODE:-0} ;;
        esac

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("launcher ").FullName;
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);

    private string Root => Path.Combine(_folder, "work book");

    private string Log => Path.Combine(_folder, "log");

    [SetUp]
    public void CopyTheLauncher()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("Windows starts kata.cmd.");
        var tool = Path.Combine(Root, "harness", "cli", "bin", "Release", "net10.0");
        Directory.CreateDirectory(tool);
        Directory.CreateDirectory(Path.Combine(_folder, "bin"));
        File.Copy(Path.Combine(WorkbookPaths.Find().Root, "kata"), Path.Combine(Root, "kata"));
        WriteProgram(Path.Combine(_folder, "bin", "dotnet"), FakeDotnet);
        _environment["LOG"] = Log;
        _environment["TOOL"] = Path.Combine(tool, "Katas.Harness.Cli.dll");
        _environment["PATH"] = $"{Path.Combine(_folder, "bin")}:/usr/bin:/bin";
    }

    [Test]
    public void The_first_start_builds_and_says_so_and_the_second_does_not()
    {
        var first = Start("list");
        var second = Start("next", "a b");

        Assert.That(first.Errors.Trim().Split('\n'), Has.Length.EqualTo(1));
        Assert.That(first.Errors, Does.StartWith("Building kata"));
        Assert.That(second.Errors, Is.Empty);
        Assert.That(Lines(), Is.EqualTo(["built", "ran [list]", "ran [next a b]"]));
    }

    [Test]
    public void A_tool_that_is_older_than_its_sources_is_built_again_and_runs_once_more()
    {
        Start("list");
        _environment["STALE"] = "yes";

        Start("next");

        Assert.That(Lines().Skip(2), Is.EqualTo(["ran [next]", "built", "ran [next]"]));
    }

    [Test]
    public void A_build_leaves_the_files_of_a_command_that_runs_as_they_are()
    {
        Start("list");
        using var running = File.OpenRead(_environment["TOOL"]);
        var before = new StreamReader(running).ReadToEnd();
        _environment["STALE"] = "yes";

        Start("next");

        running.Position = 0;
        Assert.That(new StreamReader(running).ReadToEnd(), Is.EqualTo(before));
        Assert.That(File.ReadAllText(_environment["TOOL"]), Is.Not.EqualTo(before));
    }

    [TestCase("0")]
    [TestCase("1")]
    [TestCase("130")]
    public void The_exit_code_is_the_tools(string code)
    {
        _environment["TOOL_CODE"] = code;

        Assert.That($"{Start("run").ExitCode}", Is.EqualTo(code), "After a build.");
        Assert.That($"{Start("run").ExitCode}", Is.EqualTo(code));
    }

    [Test]
    public void A_build_that_fails_is_shown_and_tried_again()
    {
        _environment["BUILD_CODE"] = "1";
        var failed = Start("list");
        _environment["BUILD_CODE"] = "0";
        var built = Start("list");

        Assert.That(failed.ExitCode, Is.EqualTo(ExitCodes.Unable));
        Assert.That(failed.Errors, Does.Contain("a line of the build"));
        Assert.That(built.ExitCode, Is.Zero);
        Assert.That(Lines(), Is.EqualTo(["built", "built", "ran [list]"]));
    }

    [Test]
    public void An_SDK_that_is_too_old_is_named()
    {
        _environment["VERSION_CODE"] = "1";

        var result = Start("list");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCodes.Unable));
        Assert.That(result.Errors, Does.Contain(".NET 10 SDK").And.Contain("8.0.100"));
    }

    [Test]
    public void Without_dotnet_it_says_where_to_get_it()
    {
        File.Delete(Path.Combine(_folder, "bin", "dotnet"));
        // Nothing of the system's but what the script itself calls.
        foreach (var program in new[] { "sh", "dirname", "readlink" })
            File.CreateSymbolicLink(Path.Combine(_folder, "bin", program), $"/usr/bin/{program}");
        _environment["PATH"] = Path.Combine(_folder, "bin");

        var result = Start("list");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCodes.Unable));
        Assert.That(result.Errors, Does.Contain("https://dotnet.microsoft.com/download"));
    }

    [Test]
    public void It_works_through_links()
    {
        var link = Path.Combine(_folder, "bin", "kata");
        File.CreateSymbolicLink(link, Path.Combine("..", "work book", "kata"));
        var second = Path.Combine(_folder, "k");
        File.CreateSymbolicLink(second, link);

        var result = Start(second, ["list"]);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(Lines(), Is.EqualTo(["built", "ran [list]"]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Lines() => File.ReadAllLines(Log);

    private (int ExitCode, string Errors) Start(params string[] arguments) =>
        Start(Path.Combine(Root, "kata"), arguments);

    private (int ExitCode, string Errors) Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", [program, .. arguments])
        {
            WorkingDirectory = "/",
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in _environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }

    private static void WriteProgram(string path, string text)
    {
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(
                path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
    }
}
