// wrong: a cancellation that we asked for is a time-out because of what is inside it
// fails: Why_somebody_else_cancelled_does_not_matter
// says: "The stop was requested, and the work ended with: TaskCancele"

namespace Katas.PleaseStop;

public static class Endings
{
    public static Ending Classify(Exception exception, CancellationToken stop) =>
        exception switch
        {
            TaskCanceledException { InnerException: TimeoutException } => Ending.TimedOut,
            OperationCanceledException => stop.IsCancellationRequested
                ? Ending.Stopped
                : Ending.TimedOut,
            TimeoutException => Ending.TimedOut,
            AggregateException { InnerExceptions.Count: > 0 } several => several
                .InnerExceptions.Select(inner => Classify(inner, stop))
                .Max(),
            _ => Ending.Failed,
        };
}
