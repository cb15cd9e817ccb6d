namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="CancellationTokenSource"/>.</summary>
[Controls(typeof(CancellationTokenSource))]
internal static class ControlledCancellationTokenSource
{
    public static CancellationTokenSource New(TimeSpan delay, int site) =>
        New(Timeouts.Of(delay), site);

    public static CancellationTokenSource New(int millisecondsDelay, int site)
    {
        if (!SchedulingPoints.IsExplored(out _, out _) || millisecondsDelay == 0)
            return new CancellationTokenSource(millisecondsDelay);
        var source = new CancellationTokenSource();
        CancelAfter(source, millisecondsDelay, site);
        return source;
    }

    public static void Cancel(CancellationTokenSource source, int site)
    {
        Tasks.Change("cancels", site);
        source.Cancel();
    }

    public static void Cancel(CancellationTokenSource source, bool throwOnFirstException, int site)
    {
        Tasks.Change("cancels", site);
        source.Cancel(throwOnFirstException);
    }

    public static void CancelAfter(CancellationTokenSource source, TimeSpan delay, int site) =>
        CancelAfter(source, Timeouts.Of(delay), site);

    public static void CancelAfter(CancellationTokenSource source, int millisecondsDelay, int site)
    {
        Timeouts.Validate(millisecondsDelay);
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
            source.CancelAfter(millisecondsDelay);
        else if (millisecondsDelay != Timeout.Infinite)
            Tasks.StartTimer(execution, fiber, () => CancelUnlessDisposed(source), site);
    }

    /// <summary>The callbacks run in a task; the token is cancelled when the call returns, as with the real one.</summary>
    public static Task CancelAsync(CancellationTokenSource source, int site)
    {
        var cancelling = ControlledTaskFactory.Start(
            ControlledTaskFactory.Returning(() => Cancel(source, site)),
            CancellationToken.None,
            null,
            site
        );
        if (cancelling is null)
            return source.CancelAsync();
        Tasks.Await(
            () => source.IsCancellationRequested || cancelling.IsCompleted,
            "the cancellation",
            site
        );
        return cancelling;
    }

    public static bool get_IsCancellationRequested(CancellationTokenSource source, int site)
    {
        Tasks.Observe("looks at a token", site);
        return source.IsCancellationRequested;
    }

    // The timer of a disposed source does not fire.
    private static void CancelUnlessDisposed(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException) { }
    }
}
