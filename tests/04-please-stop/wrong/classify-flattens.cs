// wrong: an aggregate with nothing inside is lost among others
// fails: An_aggregate_with_nothing_inside_is_a_failure_however_deep_it_is
// says: "The stop was requested, and the work ended with: an aggregat"

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
            AggregateException several
                when several.Flatten().InnerExceptions is { Count: > 0 } all => all.Select(inner =>
                    Classify(inner, stop)
                )
                .Max(),
            _ => Ending.Failed,
        };
}
