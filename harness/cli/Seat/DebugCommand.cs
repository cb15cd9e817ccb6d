using System.CommandLine;
using Katas.Harness.Engine;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Failures;
using Katas.Harness.Workbook.Memory;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Cli.Seat;

/// <summary><c>debug</c>: one test in a process that waits for a debugger.</summary>
/// <remarks>Exit codes: 0 the test passes; 1 it does not, or the chapter does not compile; 2 it could not be run; 130 stopped by Ctrl+C.</remarks>
internal static class DebugCommand
{
    public static Command Create()
    {
        var chapter = new Argument<string>("chapter")
        {
            Description = "The chapter.",
        }.RefuseOptions();
        var test = new Argument<string?>("test")
        {
            Description =
                "A test or a kata, of which the first red test is taken [default: the first red test of the chapter].",
            Arity = ArgumentArity.ZeroOrOne,
        }.RefuseOptions();
        var command = new Command(
            "debug",
            "Starts a process that waits for your debugger and then runs one test, without limits of time. Where the test tries every order of threads, it runs the one that fails."
        )
        {
            chapter,
            test,
        };
        command.SetGuardedAction(
            (parsed, cancellationToken) =>
                Run(parsed.GetRequiredValue(chapter), parsed.GetValue(test), cancellationToken)
        );
        return command;
    }

    /// <summary>The test that is meant: of several, as of one with arguments, the first red one.</summary>
    /// <param name="memory">The chapter's tests, and how they ended.</param>
    /// <param name="katas">The chapter's katas, in order.</param>
    /// <param name="name">A test's or a kata's name; <see langword="null"/> for the first red test.</param>
    /// <exception cref="UsageException">There is none.</exception>
    public static TestVerdict Find(ChapterMemory memory, IEnumerable<string> katas, string? name)
    {
        if (name is null)
            return ChapterText.FirstFailure(memory, katas)
                ?? throw new UsageException(
                    $"No test of {memory.Chapter} is red. Name the one that you mean: `kata debug {memory.Chapter[..2]} <test>`."
                );
        var named = memory.Tests.Where(test => IsCalled(test.Test, name)).ToList();
        return named.FirstOrDefault(test => test.IsFailure)
            ?? named.FirstOrDefault()
            ?? throw new UsageException(
                $"{memory.Chapter} has no test '{name}'. Did you mean {NearestNames.Sentence(name, memory.Tests.Select(test => test.Test.Method).Distinct(StringComparer.Ordinal))}?"
            );
    }

    /// <summary>What to do now, for people.</summary>
    /// <param name="verdict">How the test ended before.</param>
    /// <param name="process">The process that waits.</param>
    public static string Invitation(TestVerdict verdict, int process)
    {
        var schedule = FailedTest.ReplayOf(verdict) is null
            ? ""
            : " It runs the one schedule that fails.";
        return $"{verdict.Test.ShortName} waits for a debugger in process {process}, without limits of time.{schedule} Attach to it, or press Enter to run it without.";
    }

    /// <summary>The test as the engine wants it.</summary>
    public static DebuggedTest Request(TestVerdict verdict, Action<int> processReady, Task goOn) =>
        new(verdict.Test.FullName, FailedTest.ReplayOf(verdict), processReady, goOn);

    /// <summary>How a test under a debugger has ended, in a sentence; <see langword="null"/> when there is more to say.</summary>
    /// <param name="memory">What came of it.</param>
    public static string? Ending(ChapterMemory memory) =>
        memory switch
        {
            { IsGreen: true } => $"{memory.Tests[0].Test.ShortName} passes.",
            { Tests.Count: 0, Errors.Count: 0, RunError: null } =>
                "The process has ended before the test had.",
            _ => null,
        };

    private static async Task<int> Run(
        string chapter,
        string? name,
        CancellationToken cancellationToken
    )
    {
        var seat = LearnerSeat.Open();
        var slug = ChapterArgument.ResolveOne(seat.Paths, chapter);
        var runner = new ChapterRunner(seat, Prose.Error);
        await using var disposal = runner.ConfigureAwait(false);
        var memory =
            seat.Memory.ReadCurrent(slug)
            ?? await runner.Run(slug, cancellationToken).ConfigureAwait(false);
        if (memory.Tests.Count > 0)
        {
            var katas = LessonKatas.Read(seat.Paths, slug).Select(kata => kata.Name);
            var verdict = Find(memory, katas, name);
            memory = await runner
                .Debug(
                    slug,
                    Request(
                        verdict,
                        process => Prose.Error(Invitation(verdict, process)),
                        EnterPressed()
                    ),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        seat.Write(
            Ending(memory) is { } sentence
                ? [new(sentence)]
                : new ChapterText(seat, seat.Layout).Wrong(memory, [])
        );
        return memory.IsGreen ? ExitCodes.Ok : ExitCodes.Found;
    }

    private static bool IsCalled(TestName test, string name) =>
        new[] { test.Method, test.ShortName, test.FullName, test.Kata }.Contains(
            name,
            StringComparer.OrdinalIgnoreCase
        );

    /// <summary>Without a terminal nobody can press a key, and the end of the input is none.</summary>
    private static Task EnterPressed() =>
        Console.IsInputRedirected
            ? new TaskCompletionSource().Task
            : Task.Factory.StartNew(
                Console.ReadLine,
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
}
