// wrong: only the first of several exceptions is looked at
// fails: A_failure_does_not_hide_behind_the_cancellations_that_it_caused, A_failure_does_not_hide_however_deep_it_is, An_aggregate_with_nothing_inside_is_a_failure_however_deep_it_is, Of_time_outs_and_stops_the_time_out_counts
// says: "an aggregate of (OperationCanceledException, InvalidOperationException, TimeoutException)"

namespace Katas.PleaseStop;

public static class Endings
{
    public static Ending Classify(Exception exception, CancellationToken stop)
    {
        if (exception is AggregateException { InnerException: { } first })
            return Classify(first, stop);
        if (exception is OperationCanceledException)
            return stop.IsCancellationRequested ? Ending.Stopped : Ending.TimedOut;
        return exception is TimeoutException ? Ending.TimedOut : Ending.Failed;
    }
}
