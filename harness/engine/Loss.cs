using System.Globalization;

namespace Katas.Harness.Engine;

/// <summary>How a test took its host with it.</summary>
/// <param name="Outcome">The verdict.</param>
/// <param name="Message">In words.</param>
/// <param name="StackTrace">Where, if that is known.</param>
/// <param name="ExitCode">What the process ended with, if it ended.</param>
internal sealed record Loss(
    Outcome Outcome,
    string Message,
    string? StackTrace = null,
    int? ExitCode = null
)
{
    public static Loss Exit(int code) =>
        new(
            Outcome.Exit,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Exit: the test ended the whole program with exit code {code}. Look for Environment.Exit."
            ),
            ExitCode: code
        );

    public static Loss Crash(int code, string errors) =>
        new(
            Outcome.Crash,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Crash: the test brought the whole program down, exit code {code}. {errors.Trim()}"
            ),
            ExitCode: code
        );

    public static Loss Hang(TimeSpan limit, string? where) =>
        new(
            Outcome.TimeLimit,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Time limit: nothing was heard of the test for {limit.TotalSeconds:0.##} s. Look for a loop without an end, or for two threads that wait for each other."
            ),
            where
        );

    public static Loss Flood(long bytes) =>
        new(
            Outcome.OutputLimit,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Output limit: the test wrote more than {bytes:N0} bytes to the console. Look for a loop that prints."
            )
        );
}
