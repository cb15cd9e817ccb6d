// wrong: an aggregate without a failure is what its first exception is, so a stop in front hides a time-out, though TimedOut "is worse than" Stopped and the worst decides.
// fails: Of_time_outs_and_stops_the_time_out_counts
// says: "Look for its rule"
namespace Katas.PleaseStop;

/// <summary>Telling apart the exceptions that end some work.</summary>
public static class Endings
{
    /// <summary>Kata 4. Says why some work ended, from the exception that it ended with.</summary>
    /// <param name="exception">What the work ended with.</param>
    /// <param name="stop">The token through which we ask for a stop.</param>
    /// <returns>Why it ended.</returns>
    public static Ending Classify(Exception exception, CancellationToken stop)
    {
        switch (exception)
        {
            case OperationCanceledException:
                return stop.IsCancellationRequested ? Ending.Stopped : Ending.TimedOut;
            case TimeoutException:
                return Ending.TimedOut;
            case AggregateException { InnerExceptions.Count: > 0 } several:
                var endings = several
                    .InnerExceptions.Select(inner => Classify(inner, stop))
                    .ToList();
                // A failure must not hide; otherwise the first one caused the rest.
                return endings.Contains(Ending.Failed) ? Ending.Failed : endings[0];
            default:
                return Ending.Failed;
        }
    }
}
