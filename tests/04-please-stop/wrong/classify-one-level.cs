// wrong: an aggregate inside an aggregate is not opened
// fails: A_failure_does_not_hide_however_deep_it_is, An_aggregate_with_nothing_inside_is_a_failure_however_deep_it_is
// says: "an aggregate of (TimeoutException"

namespace Katas.PleaseStop;

public static class Endings
{
    public static Ending Classify(Exception exception, CancellationToken stop)
    {
        if (exception is AggregateException { InnerExceptions.Count: > 0 } several)
        {
            var inside = several.InnerExceptions.Where(inner => inner is not AggregateException);
            return inside.Select(inner => Classify(inner, stop)).Max();
        }
        if (exception is OperationCanceledException)
            return stop.IsCancellationRequested ? Ending.Stopped : Ending.TimedOut;
        return exception is TimeoutException ? Ending.TimedOut : Ending.Failed;
    }
}
