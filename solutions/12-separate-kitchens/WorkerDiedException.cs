using System.Globalization;

namespace Katas.SeparateKitchens;

/// <summary>A worker has ended before it had answered.</summary>
/// <param name="exitCode">What its process ended with. An exit code of 0 is no excuse: there is no answer.</param>
/// <param name="errors">What it has written to its standard error.</param>
public sealed class WorkerDiedException(int exitCode, string errors)
    : Exception(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The worker ended before it had answered (exit code {exitCode}). It said: {errors}"
        )
    )
{
    /// <summary>What the process ended with.</summary>
    public int ExitCode => exitCode;

    /// <summary>What the process has written to its standard error.</summary>
    public string Errors => errors;
}
