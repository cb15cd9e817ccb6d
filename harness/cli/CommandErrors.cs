using System.CommandLine;
using Katas.Harness.Engine;

namespace Katas.Harness.Cli;

/// <summary>Turns the exceptions of a user's mistake into a sentence on standard error and an exit code, without a stack trace.</summary>
internal static class CommandErrors
{
    /// <summary>What the systems say of a disk that is full: Linux and macOS, Windows.</summary>
    private static readonly int[] DiskFull = [28, unchecked((int)0x80070070)];

    /// <summary>What went wrong, and what to do.</summary>
    public static string Sentence(Exception e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return e is IOException && DiskFull.Contains(e.HResult)
            ? $"The disk is full ({e.Message}). Free some space and try again: no answer was lost."
            : e.Message;
    }

    /// <summary>Sets a command's action, with such exceptions handled.</summary>
    public static void SetGuardedAction(
        this Command command,
        Func<ParseResult, CancellationToken, Task<int>> action
    ) =>
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                try
                {
                    return await action(parsed, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception e)
                    when (e
                            is UsageException
                                or ChapterNotFoundException
                                or ChapterBuildException
                                or IOException
                                or UnauthorizedAccessException
                    )
                {
                    Prose.Error(Sentence(e));
                    return ExitCodes.Unable;
                }
                catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
                {
                    Prose.Error("Stopped.");
                    return ExitCodes.Cancelled;
                }
            }
        );
}
