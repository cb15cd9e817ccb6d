// wrong: a linked token is another one, and many exceptions carry none
// fails: A_cancelled_task_that_we_asked_to_stop_is_a_stop, A_cancellation_through_a_linked_token_is_a_stop, Stops_only_are_a_stop, What_is_derived_counts_as_what_it_is_derived_from, Why_somebody_else_cancelled_does_not_matter
// says: "The stop was requested"

namespace Katas.PleaseStop;

public static class Endings
{
    public static Ending Classify(Exception exception, CancellationToken stop)
    {
        if (exception is OperationCanceledException cancelled)
            return cancelled.CancellationToken == stop && stop.IsCancellationRequested
                ? Ending.Stopped
                : Ending.TimedOut;
        if (exception is AggregateException { InnerExceptions.Count: > 0 } several)
            return several.InnerExceptions.Select(inner => Classify(inner, stop)).Max();
        return exception is TimeoutException ? Ending.TimedOut : Ending.Failed;
    }
}
