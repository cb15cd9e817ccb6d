namespace Katas.Harness.Cli.Timing;

/// <summary>Timing cannot go on, for a reason that the user can do something about.</summary>
/// <param name="message">What happened, and what to do.</param>
/// <param name="exitCode">What the command ends with; see <see cref="TimeCommand"/>.</param>
internal sealed class TimeException(string message, int exitCode) : Exception(message)
{
    public int ExitCode => exitCode;
}
