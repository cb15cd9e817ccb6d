namespace Katas.PleaseStop;

/// <summary>Telling apart the exceptions that end some work.</summary>
public static class Endings
{
    /// <summary>Kata 4. Says why some work ended, from the exception that it ended with.</summary>
    /// <remarks>
    /// An <see cref="OperationCanceledException"/> (or one derived from it) is <see cref="Ending.Stopped"/> when our stop was requested, and
    /// <see cref="Ending.TimedOut"/> when it was not: then it was somebody else who cancelled. A <see cref="TimeoutException"/> is
    /// <see cref="Ending.TimedOut"/>. An <see cref="AggregateException"/> is as bad as the worst exception inside it, however deep:
    /// <see cref="Ending.Failed"/> is worse than <see cref="Ending.TimedOut"/>, which is worse than <see cref="Ending.Stopped"/>. Everything
    /// else is <see cref="Ending.Failed"/>, an aggregate with nothing inside included.
    /// </remarks>
    /// <param name="exception">What the work ended with.</param>
    /// <param name="stop">The token through which we ask for a stop. The work may have been given another one that is linked to it.</param>
    /// <returns>Why it ended.</returns>
    public static Ending Classify(Exception exception, CancellationToken stop)
    {
        // TODO: tell the three endings apart.
        throw new NotImplementedException();
    }
}
