namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="CancellationTokenSource"/>.</summary>
[Controls(typeof(CancellationTokenSource))]
internal static class CancellationTokenSourceCalls
{
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
        if (Points.IsExplored(out var execution, out var fiber))
            Tasks.Later(execution, fiber, source.Cancel, site);
        else
            source.CancelAfter(millisecondsDelay);
    }

    public static bool get_IsCancellationRequested(CancellationTokenSource source, int site)
    {
        Tasks.Look("looks at a token", site);
        return source.IsCancellationRequested;
    }
}
