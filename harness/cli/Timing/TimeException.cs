namespace Katas.Harness.Cli.Timing;

/// <summary>Nothing could be measured, for a reason that the user can change.</summary>
/// <param name="message">What happened, and what to do.</param>
/// <param name="exitCode">What the command ends with; see <see cref="TimeCommand"/>.</param>
internal sealed class TimeException(string message, int exitCode) : Exception(message)
{
    public int ExitCode => exitCode;
}
