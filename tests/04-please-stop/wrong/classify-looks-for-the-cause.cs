// wrong: a failure is taken for the cancellation that caused it
// fails: A_failure_that_was_caused_by_a_cancellation_is_a_failure, A_failure_that_was_caused_by_a_time_out_is_a_failure
// says: "The stop was requested, and the work ended with: InvalidOper"

namespace Katas.PleaseStop;

public static class Endings
{
    public static Ending Classify(Exception exception, CancellationToken stop) =>
        exception switch
        {
            OperationCanceledException => stop.IsCancellationRequested
                ? Ending.Stopped
                : Ending.TimedOut,
            TimeoutException => Ending.TimedOut,
            AggregateException { InnerExceptions.Count: > 0 } several => several
                .InnerExceptions.Select(inner => Classify(inner, stop))
                .Max(),
            { InnerException: { } cause } => Classify(cause, stop),
            _ => Ending.Failed,
        };
}
