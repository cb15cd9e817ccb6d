namespace Katas.Harness.Jobs;

/// <summary>A job's exception in a form that travels: the type may not exist where it arrives, so words do.</summary>
/// <param name="Type">The full name of the exception's type.</param>
/// <param name="Message">Its message.</param>
/// <param name="StackTrace">Where it was thrown, in the worker, with inner exceptions.</param>
public sealed record JobFailure(string Type, string Message, string StackTrace)
{
    /// <summary>Puts an exception into words.</summary>
    /// <param name="exception">The exception.</param>
    public static JobFailure From(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new JobFailure(
            exception.GetType().FullName!,
            Text(() => exception.Message),
            Text(exception.ToString)
        );
    }

    /// <summary>An exception is somebody's own code, which may throw or have nothing to say; the worker that reports it must not suffer for that.</summary>
    private static string Text(Func<string?> read)
    {
        try
        {
            return read() ?? "(nothing)";
        }
        catch (Exception e)
        {
            return $"({e.GetType()} while it was put into words)";
        }
    }
}
