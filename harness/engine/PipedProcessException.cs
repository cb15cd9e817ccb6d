namespace Katas.Harness.Engine;

/// <summary>A process ended before it had connected to its pipe.</summary>
/// <param name="exitCode">Its exit code.</param>
/// <param name="errors">What it wrote to its error output.</param>
public sealed class PipedProcessException(int exitCode, string errors)
    : Exception($"The process did not start; exit code {exitCode}. {errors}".TrimEnd())
{
    /// <summary>Its exit code.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>What it wrote to its error output.</summary>
    public string Errors { get; } = errors;
}
