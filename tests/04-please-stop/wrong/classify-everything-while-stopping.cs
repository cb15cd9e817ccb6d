// wrong: whatever happens after our request counts as a stop, a real failure included
// fails: A_time_out_is_a_time_out_whether_we_asked_or_not, Anything_else_is_a_failure_whether_we_asked_or_not, A_failure_does_not_hide_behind_the_cancellations_that_it_caused, A_failure_does_not_hide_however_deep_it_is, Of_time_outs_and_stops_the_time_out_counts, An_aggregate_with_nothing_inside_is_a_failure, A_failure_that_was_caused_by_a_cancellation_is_a_failure, An_aggregate_with_nothing_inside_is_a_failure_however_deep_it_is, What_is_derived_counts_as_what_it_is_derived_from
// says: "ended with: InvalidOperationException"

namespace Katas.PleaseStop;

public static class Endings
{
    public static Ending Classify(Exception exception, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
            return Ending.Stopped;
        if (exception is AggregateException { InnerExceptions.Count: > 0 } several)
            return several.InnerExceptions.Select(inner => Classify(inner, stop)).Max();
        if (exception is OperationCanceledException)
            return stop.IsCancellationRequested ? Ending.Stopped : Ending.TimedOut;
        return exception is TimeoutException ? Ending.TimedOut : Ending.Failed;
    }
}
