using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Katas.Harness.Engine;
using Katas.Harness.Grading.Compiling;
using Katas.Harness.Grading.Judging;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Sandbox;

/// <summary>What the sandbox alone keeps from code that the rules would never let run.</summary>
[TestFixture]
public sealed class SandboxTests
{
    private const string Slug = "03-first-thread";
    private const string Secret = "SECRET_OF_THE_GRADER";

    private static readonly WorkbookPaths Paths = WorkbookPaths.Find();
    private readonly ChapterEngine _engine = new(Paths, new EngineOptions { SpareHosts = 0 });

    [OneTimeSetUp]
    public void KeepASecret() => Environment.SetEnvironmentVariable(Secret, "x");

    [OneTimeTearDown]
    public async Task Close()
    {
        Environment.SetEnvironmentVariable(Secret, null);
        await _engine.DisposeAsync();
    }

    [Test]
    public async Task It_keeps_files_network_and_processes_apart()
    {
        Assume.That(OperatingSystem.IsLinux(), "The sandbox is for Linux.");
        var options = new GraderOptions { Sandbox = SandboxKind.Bubblewrap };
        using var sandbox = SandboxChoice.Choose(options);
        var tests = new ChapterTests(Paths, _engine, sandbox, options);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var compiled = await _engine.Compile(
            Slug,
            new([new SourceFile("Threads.cs", Curious(port))])
        );
        Assume.That(compiled.Errors, Is.Empty);
        var submission = new CompileReply(
            compiled.Name,
            compiled.Assembly.ToArray(),
            compiled.Symbols.ToArray(),
            [],
            []
        );

        var verdicts = await tests.Run(Slug, submission, null, CancellationToken.None);

        var report = verdicts.Tests.First(test => test.Test.Kata == "Launch").Message!;
        Assert.That(report, Does.Contain("read itself: done"), "Otherwise nothing was tried.");
        Assert.That(report, Does.Contain("write to the temporary folder: done"));
        Assert.That(Done(report), Is.EqualTo(2), report);
        Assert.That(listener.Pending(), Is.False);
    }

    [Test]
    [Platform("Linux")]
    public void A_folder_that_only_its_owner_may_enter_is_shown_all_the_same()
    {
        var options = new GraderOptions { Sandbox = SandboxKind.Bubblewrap };
        using var sandbox = SandboxChoice.Choose(options);
        // Such folders are made for one user alone.
        var folder = Directory.CreateTempSubdirectory("katas-private-").FullName;
        try
        {
            var program = Path.Combine(folder, "program");
            File.Copy(ProcessLimits.Program!, program);

            using var process = Process.Start(
                sandbox.Enclose(
                    new ProcessStartInfo(program, ["--version"]),
                    new SandboxView([folder], "", sandbox.DrawUser())
                )
            )!;
            process.WaitForExit();

            Assert.That(process.ExitCode, Is.Zero);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void A_program_inside_is_told_to_leave_no_pages_and_no_secrets()
    {
        var host = new ProcessStartInfo("host");
        host.Environment.Clear();
        host.Environment[WorkbookPaths.ReportRootVariable] = WorkbookPaths.NoReports;
        host.Environment["SECRET"] = "x";
        var inside = new ProcessStartInfo("inside");

        Variables.Copy(host, inside);

        Assert.That(
            inside.Environment.Select(one => $"{one.Key}={one.Value}"),
            Is.EqualTo(["KATAS_REPORT_ROOT=none"])
        );
    }

    /// <summary>A submission that tries what it can, and reports it as a failure of its first test.</summary>
    private static string Curious(int port) =>
        $$"""
            using System.Diagnostics;
            using System.Net.Sockets;

            namespace Katas.FirstThread;

            public static class Threads
            {
                public static Thread Launch(Action action)
                {
                    var report = new List<string>();
                    Try("read itself", () => File.ReadAllBytes(typeof(Threads).Assembly.Location));
                    Try("write to the temporary folder", () => File.WriteAllText("/tmp/note", "x"));
                    Try("read the solutions", () => Directory.GetFiles(@"{{Paths.Solutions}}"));
                    Try("read the right answers", () => Directory.GetFiles(@"{{Paths.Tests}}/{{Slug}}/right"));
                    Try("read other runs", () => Directory.GetFiles(@"{{Paths.Tests}}/05-lost-orders"));
                    Try("read the front page", () => File.ReadAllText(@"{{Paths.Readme}}"));
                    Try("write to the workbook", () => File.WriteAllText(@"{{Paths.Root}}/note", "x"));
                    Try("change the tests", () => File.OpenWrite(typeof(Threads).Assembly.Location.Replace("FirstThread.dll", "FirstThread.Tests.dll")));
                    Try("read the users", () => { if (!File.ReadAllText("/etc/passwd").Contains("root")) throw new InvalidOperationException("only its own"); });
                    Try("read a home", () => Directory.GetFiles("/root"));
                    Try("fill the disk", () => File.WriteAllBytes("/tmp/large", new byte[100_000_000]));
                    Try("write to the root", () => File.WriteAllText("/note", "x"));
                    Try("call the network", () => new TcpClient().Connect("127.0.0.1", {{port}}));
                    Try("start a shell", () => Process.Start("/bin/sh", "-c true"));
                    Try("see programs among the libraries", () =>
                    {
                        if (Programs().FirstOrDefault() is not { } program)
                            throw new InvalidOperationException("there is none");
                        report.Add($"{program}: done");
                    });
                    Try("write down the memory of a process", () => Process.Start(Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "createdump").Single(), "1"));
                    Try("see other processes", () => { if (Process.GetProcesses().Length < 10) throw new InvalidOperationException("only its own"); });
                    Try("be root", () => { if (!Environment.IsPrivilegedProcess) throw new InvalidOperationException("it is not"); });
                    Try("read secrets", () => { if (Environment.GetEnvironmentVariable("{{Secret}}") is null) throw new InvalidOperationException("only a few variables"); });
                    throw new InvalidOperationException(string.Join("\n", report.Where(line => line.EndsWith(": done"))));

                    void Try(string what, Action act)
                    {
                        try
                        {
                            act();
                            report.Add($"{what}: done");
                        }
                        catch (Exception e)
                        {
                            report.Add($"{what}: {e.GetType().Name} {e.Message}");
                        }
                    }
                }

                private static IEnumerable<string> Programs() =>
                    new[] { "/lib", "/lib64", "/usr/lib", "/usr/lib64" }
                        .Where(Directory.Exists)
                        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                        .Where(file => !file.Contains(".so") && !file.Contains("/dotnet/"));

                public static void RunBoth(Action first, Action second) { }

                public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) { }

                public static T RunAndReturn<T>(Func<T> function) => function();
            }
            """;

    private static int Done(string report) =>
        report.Split('\n').Count(line => line.Contains(": done", StringComparison.Ordinal));
}
