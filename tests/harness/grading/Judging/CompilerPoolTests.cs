using System.Diagnostics;
using Katas.Harness.Engine;
using Katas.Harness.Grading.Compiling;
using Katas.Harness.Grading.Sandbox;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Judging;

/// <summary>Answers that are compiled one after the other in one process.</summary>
[TestFixture]
[Platform("Linux")]
public sealed class CompilerPoolTests
{
    private const string Slug = "03-first-thread";

    private static readonly WorkbookPaths Paths = WorkbookPaths.Find();

    private ChapterEngine _engine = null!;
    private PipeRecorder _sandbox = null!;
    private CompilerPool _compilers = null!;

    [SetUp]
    public async Task Open()
    {
        _engine = new(Paths, new EngineOptions { SpareHosts = 0 });
        await _engine.Prepare([Slug]);
        _sandbox = new(new NoSandbox(new ProcessLimits(new GraderOptions()), "this is a test"));
        _compilers = new(Paths, _sandbox);
    }

    [TearDown]
    public async Task Close()
    {
        await _compilers.DisposeAsync();
        _sandbox.Dispose();
        await _engine.DisposeAsync();
    }

    [Test]
    public async Task A_process_that_others_have_worn_out_costs_an_answer_nothing()
    {
        var answer = Request(ChapterSources.Read(Path.Combine(Paths.Solutions, Slug)).Files);
        await _compilers.Compile(answer, CancellationToken.None);
        KillProcessesWith(_sandbox.Pipes.Single());

        var reply = await _compilers.Compile(answer, CancellationToken.None);

        Assert.That(reply.Errors, Is.Empty);
        Assert.That(_sandbox.Pipes, Has.Count.EqualTo(2), "Another process was started.");
    }

    // Behind each loop the explorer asks for the state of all variables.
    [Test]
    public async Task What_the_explorer_takes_too_long_to_prepare_is_stopped()
    {
        var loops = string.Concat(
            Enumerable.Range(0, 1000).Select(i => $"var v{i} = 0; while (v{i} < 1) v{i}++;\n")
        );
        var bomb = new SourceFile(
            "Bomb.cs",
            $"internal static class Bomb {{ public static void Go() {{ {loops} }} }}"
        );
        IReadOnlyList<SourceFile> answer =
        [
            .. ChapterSources.Read(Path.Combine(Paths.Solutions, Slug)).Files,
            bomb,
        ];

        var reply = await _compilers.Compile(
            Request(answer) with
            {
                Limit = TimeSpan.FromSeconds(5),
            },
            CancellationToken.None
        );

        Assert.That(
            reply.Errors.Single().Message,
            Does.StartWith("The compiler needed more than 5 s.")
        );
    }

    private CompileRequest Request(IReadOnlyList<SourceFile> files) =>
        new(
            Slug,
            _engine.CompilerArgumentsOf(Slug),
            _engine.TestAssemblyOf(Slug),
            files,
            [],
            TimeSpan.FromMinutes(1)
        );

    private static void KillProcessesWith(string pipe)
    {
        foreach (var process in Process.GetProcesses())
        {
            var arguments = $"/proc/{process.Id}/cmdline";
            if (File.Exists(arguments) && File.ReadAllText(arguments).Contains(pipe))
                process.Kill();
        }
    }

    /// <summary>Remembers which pipes programs were given.</summary>
    private sealed class PipeRecorder(ISandbox inner) : ISandbox
    {
        public List<string> Pipes { get; } = [];

        public string Description => inner.Description;

        public bool ProtectsFiles => inner.ProtectsFiles;

        public uint? DrawUser() => inner.DrawUser();

        public ProcessStartInfo Enclose(ProcessStartInfo program, SandboxView view)
        {
            Pipes.Add(view.Pipe);
            return inner.Enclose(program, view);
        }

        public void Dispose() => inner.Dispose();
    }
}
