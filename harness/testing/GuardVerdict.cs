using System.Globalization;
using Katas.Harness.Probes;
using Katas.Harness.Workbook.Verdicts;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Katas.Harness.Testing;

/// <summary>Why the guard ended a test.</summary>
/// <param name="Outcome">What happened.</param>
/// <param name="Message">The same for the learner.</param>
internal sealed record GuardVerdict(Outcome Outcome, string Message)
{
    /// <summary>The test is not run, because others of its kata have hung.</summary>
    public static GuardVerdict NoTimeLeft { get; } =
        new(
            Outcome.TimeLimit,
            "Not run: earlier tests of this kata have not ended, and have used up the chapter's time for that."
        );

    /// <summary>For NUnit: a failure whose label is the outcome, so that nobody has to read the message to know it.</summary>
    public ResultState ResultState =>
        Outcome == Outcome.Failed
            ? ResultState.Failure
            : new ResultState(TestStatus.Failed, Outcome.ToString());

    /// <summary>The test did not end in time.</summary>
    public static GuardVerdict Hung(TimeSpan limit) =>
        new(
            Outcome.TimeLimit,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Time limit: the test had not ended after {limit.TotalSeconds:0.##} s. Look for a loop without an end, or for two threads that wait for each other."
            )
        );

    /// <summary>The test wrote too much.</summary>
    public static GuardVerdict Flooded(long characters) =>
        new(
            Outcome.OutputLimit,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Output limit: the test wrote more than {characters:N0} characters to the console. Look for a loop that prints."
            )
        );

    /// <summary>An exception left a thread. A check that failed there speaks for itself; any other exception would have ended a program.</summary>
    public static GuardVerdict Escaped(Exception exception, string? thread) =>
        new(
            Outcome.Failed,
            Stub.Message(exception)
                ?? (
                    exception is ProbeException or ResultStateException
                        ? exception.Message
                        : $"An exception that nobody catches on a thread ends a program: {exception.GetType().Name} on {(thread is null ? "a thread without a name" : $"thread '{thread}'")}: {exception.Message}"
                )
        );

    /// <summary>The same with the place where the test waits, if that is known.</summary>
    public GuardVerdict At(WaitingPlace? place) =>
        place?.Line is { } line ? this with { Message = $"{Message} It waits at {line}." } : this;
}
