using System.Globalization;

namespace Katas.Harness.Pools.Processes;

/// <summary>The worker process that ran a job ended before the job did. The pool has replaced it; other jobs are not affected.</summary>
public sealed class WorkerCrashedException : Exception
{
    /// <summary>Says which worker it was, and what is known of its end.</summary>
    /// <param name="processId">The worker's process id.</param>
    /// <param name="exitCode">What it ended with; 128 plus the signal's number where a signal ended it.</param>
    /// <param name="lastLines">The last lines of its standard error.</param>
    public WorkerCrashedException(int processId, int exitCode, string lastLines)
        : base(Describe(processId, exitCode, lastLines))
    {
        ProcessId = processId;
        ExitCode = exitCode;
        LastLines = lastLines;
    }

    /// <summary>The worker's process id.</summary>
    public int ProcessId { get; }

    /// <summary>What the worker ended with; 128 plus the signal's number where a signal ended it, so 137 after <c>kill -9</c>.</summary>
    public int ExitCode { get; }

    /// <summary>The last lines of the worker's standard error; empty when it wrote none.</summary>
    public string LastLines { get; }

    private static string Describe(int processId, int exitCode, string lastLines)
    {
        var end = exitCode switch
        {
            137 => "137: killed, by somebody or for want of memory",
            134 => "134: it gave up, as after a stack overflow or an exception that nobody caught",
            _ => exitCode.ToString(CultureInfo.InvariantCulture),
        };
        var text = $"Worker process {processId} ended in the middle of the job (exit code {end}).";
        return lastLines.Length == 0 ? text : $"{text} Its last lines:\n{lastLines}";
    }
}
