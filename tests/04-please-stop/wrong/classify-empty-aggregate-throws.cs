// wrong: the worst of nothing is asked for
// fails: An_aggregate_with_nothing_inside_is_a_failure, An_aggregate_with_nothing_inside_is_a_failure_however_deep_it_is
// says: "Sequence contains no elements"

namespace Katas.PleaseStop;

public static class Endings
{
    public static Ending Classify(Exception exception, CancellationToken stop)
    {
        if (exception is AggregateException several)
            return several.InnerExceptions.Select(inner => Classify(inner, stop)).Max();
        if (exception is OperationCanceledException)
            return stop.IsCancellationRequested ? Ending.Stopped : Ending.TimedOut;
        return exception is TimeoutException ? Ending.TimedOut : Ending.Failed;
    }
}
