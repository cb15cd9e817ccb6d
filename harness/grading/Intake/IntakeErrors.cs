namespace Katas.Harness.Grading.Intake;

/// <summary>Which exceptions are the fault of what was handed in.</summary>
internal static class IntakeErrors
{
    public static bool IsOfInput(Exception exception) =>
        exception
            is IOException
                or InvalidDataException
                or UnauthorizedAccessException
                or NotSupportedException
                or ArgumentException
                or OverflowException;
}
