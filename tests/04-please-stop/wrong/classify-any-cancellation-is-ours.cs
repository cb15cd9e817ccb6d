// wrong: a time-out of somebody else counts as our stop
// fails: A_cancellation_that_we_did_not_ask_for_is_a_time_out, Why_somebody_else_cancelled_does_not_matter
// says: "The stop was not requested"

namespace Katas.PleaseStop;

public static class Endings
{
    public static Ending Classify(Exception exception, CancellationToken stop)
    {
        if (exception is OperationCanceledException)
            return Ending.Stopped;
        if (exception is AggregateException { InnerExceptions.Count: > 0 } several)
            return several.InnerExceptions.Select(inner => Classify(inner, stop)).Max();
        return exception is TimeoutException ? Ending.TimedOut : Ending.Failed;
    }
}
