using System.Globalization;

namespace Katas.Harness.Workbook.Verdicts;

/// <summary>
/// How a test process ended before its tests had, and what is said of it: the one wording for <c>dotnet test</c> and for the engine. Which test
/// it is the fault of is decided by <see cref="RunState"/>.
/// </summary>
/// <param name="Outcome">The verdict on the test that did it.</param>
/// <param name="Message">Why, and where to look.</param>
/// <param name="StackTrace">Where, if that is known.</param>
/// <param name="ExitCode">The exit code that the test chose, with <see cref="Outcome.Exit"/>.</param>
public sealed record HostFailure(
    Outcome Outcome,
    string Message,
    string? StackTrace = null,
    int? ExitCode = null
)
{
    /// <summary>How long a test process may write nothing before it counts as hung. What a test does is limited by the guard long before.</summary>
    public static TimeSpan SilenceLimit => TimeSpan.FromSeconds(60);

    /// <summary>How many bytes a test process may write to its console, past all that the guard counts.</summary>
    public static long OutputLimitBytes => 16 * 1024 * 1024;

    /// <summary>Something called <see cref="Environment.Exit"/>.</summary>
    /// <param name="code">The exit code.</param>
    public static HostFailure Exit(int code) =>
        new(
            Outcome.Exit,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Exit: the test ended the whole test process with exit code {code}. A kata returns or throws; it does not call Environment.Exit."
            ),
            ExitCode: code
        );

    /// <summary>The process died.</summary>
    /// <param name="errors">What the runtime wrote to the process's error output as it died.</param>
    public static HostFailure Crash(string errors) =>
        new(
            Outcome.Crash,
            $"Crash: the test brought the whole test process down. {CauseOfDeath(errors)}"
        );

    /// <summary>The process wrote nothing for too long, and was killed.</summary>
    /// <param name="limit">For how long.</param>
    /// <param name="stackTrace">Where the test waited, if it could be asked.</param>
    public static HostFailure TimeLimit(TimeSpan limit, string? stackTrace = null) =>
        new(
            Outcome.TimeLimit,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Time limit: nothing was heard of the test process for {limit.TotalSeconds:0.##} s. Look for a loop without an end, or for two threads that wait for each other."
            ),
            stackTrace
        );

    /// <summary>The process wrote too much to its console, and was killed.</summary>
    /// <param name="limit">How many bytes it may write.</param>
    public static HostFailure OutputLimit(long limit) =>
        new(
            Outcome.OutputLimit,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Output limit: the test wrote more than {limit:N0} bytes to the console. Look for a loop that prints."
            )
        );

    /// <summary>The same as the reason why a chapter cannot be run, when there is no test that it could be the fault of.</summary>
    public RunError ToRunError() =>
        new(
            Outcome == Outcome.TimeLimit ? "time limit" : "test process lost",
            $"{Message} It happened before the first test: look at static constructors, static fields and module initializers."
        );

    /// <summary>The runtime's own words are all there is to go by.</summary>
    private static string CauseOfDeath(string errors)
    {
        if (errors.Contains("Stack overflow", StringComparison.Ordinal))
            return "Stack overflow: look for a method that calls itself without an end.";
        if (After(errors, "Process terminated.") is { } reason)
            return $"Environment.FailFast{InBrackets(reason)}: a kata throws when it cannot go on.";
        if (After(errors, "Unhandled exception.") is { } exception)
            return $"Unhandled exception{InBrackets(exception)}: look for a thread whose code lets it escape.";
        return errors.Contains("Out of memory", StringComparison.OrdinalIgnoreCase)
            ? "Out of memory: look for a collection that grows without an end."
            : "It was killed, and says nothing: look for code that ends processes.";
    }

    private static string InBrackets(string text) => text.Length == 0 ? "" : $" ({text})";

    /// <summary>The first line after the mark; <see langword="null"/> when there is no mark.</summary>
    private static string? After(string errors, string mark)
    {
        var start = errors.IndexOf(mark, StringComparison.Ordinal);
        return start < 0 ? null : errors[(start + mark.Length)..].Trim().Split('\n')[0].Trim();
    }
}
