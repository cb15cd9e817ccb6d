using System.Diagnostics;

namespace Katas.Harness.Timing;

/// <summary>What a kata threw.</summary>
/// <param name="IsStub">Whether it is not written yet.</param>
/// <param name="Message">For a stub the member's name, otherwise the exception's type and message.</param>
/// <param name="File">The source file of the first frame that has one, or <see langword="null"/>.</param>
/// <param name="Line">The line in <paramref name="File"/>; 0 when there is none.</param>
public sealed record KataFailure(bool IsStub, string Message, string? File, int Line)
{
    /// <summary>Describes an exception by the one that caused it.</summary>
    /// <param name="exception">What was caught.</param>
    public static KataFailure Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var cause = exception.GetBaseException();
        var frame = new StackTrace(cause, fNeedFileInfo: true)
            .GetFrames()
            .FirstOrDefault(one => one.GetFileName() is not null);
        var method = frame?.GetMethod();
        return new KataFailure(
            cause is NotImplementedException,
            cause is NotImplementedException
                ? $"{method?.DeclaringType?.Name}.{method?.Name}"
                : $"{cause.GetType().Name}: {cause.Message}",
            frame?.GetFileName(),
            frame?.GetFileLineNumber() ?? 0
        );
    }
}
