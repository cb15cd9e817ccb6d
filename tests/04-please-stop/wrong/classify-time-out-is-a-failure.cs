// wrong: a time-out is taken for a failure
// fails: A_time_out_is_a_time_out_whether_we_asked_or_not, Of_time_outs_and_stops_the_time_out_counts, What_is_derived_counts_as_what_it_is_derived_from
// says: "TimeoutException"

namespace Katas.PleaseStop;

public static class Endings
{
    public static Ending Classify(Exception exception, CancellationToken stop)
    {
        if (exception is AggregateException { InnerExceptions.Count: > 0 } several)
            return several.InnerExceptions.Select(inner => Classify(inner, stop)).Max();
        if (exception is OperationCanceledException)
            return stop.IsCancellationRequested ? Ending.Stopped : Ending.TimedOut;
        return Ending.Failed;
    }
}
