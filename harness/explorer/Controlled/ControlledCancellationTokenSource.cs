using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="CancellationTokenSource"/>.</summary>
[Controls(typeof(CancellationTokenSource))]
internal static class ControlledCancellationTokenSource
{
    // The registrations of a linked source with the tokens that it is linked to.
    private static readonly ConditionalWeakTable<
        CancellationTokenSource,
        CancellationTokenRegistration[]
    > Links = [];

    private static readonly ConditionalWeakTable<CancellationTokenSource, TimerState> Timers = [];

    public static CancellationTokenSource New(int millisecondsDelay, int site)
    {
        Timeouts.Validate(millisecondsDelay);
        return New(TimeSpan.FromMilliseconds(millisecondsDelay), site);
    }

    public static CancellationTokenSource New(TimeSpan delay, int site)
    {
        if (!SchedulingPoints.IsExplored(out _, out _) || Timeouts.OfTimer(delay) == 0)
            return new CancellationTokenSource(delay);
        var source = new CancellationTokenSource();
        CancelAfter(source, delay, site);
        return source;
    }

    public static CancellationTokenSource New(
        TimeSpan delay,
        TimeProvider timeProvider,
        int site
    ) =>
        timeProvider == TimeProvider.System
            ? New(delay, site)
            : new CancellationTokenSource(delay, timeProvider);

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

    public static void CancelAfter(CancellationTokenSource source, int millisecondsDelay, int site)
    {
        Timeouts.Validate(millisecondsDelay);
        CancelAfter(source, TimeSpan.FromMilliseconds(millisecondsDelay), site);
    }

    public static void CancelAfter(CancellationTokenSource source, TimeSpan delay, int site)
    {
        var milliseconds = Timeouts.OfTimer(delay);
        if (!SchedulingPoints.IsExplored(out var execution, out _))
            source.CancelAfter(delay);
        else
            Timers
                .GetValue(
                    source,
                    source => new TimerState(execution, () => CancelUnlessDisposed(source), site)
                )
                .Change(milliseconds, 0);
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

    public static CancellationToken get_Token(CancellationTokenSource source, int site)
    {
        Tasks.Observe("looks at a source", site);
        return source.Token;
    }

    public static bool TryReset(CancellationTokenSource source, int site)
    {
        Tasks.Change("resets a source", site);
        if (!source.TryReset())
            return false;
        if (Timers.TryGetValue(source, out var timer))
            timer.Set(Timeout.Infinite, 0);
        return true;
    }

    public static void Dispose(CancellationTokenSource source, int site)
    {
        Tasks.Change("disposes of a source", site);
        if (Links.TryGetValue(source, out var links))
        {
            for (var i = 0; i < links.Length; i++)
                ControlledCancellationTokenRegistration.Dispose(ref links[i], site);
        }
        if (Timers.TryGetValue(source, out var timer))
            timer.Dispose();
        source.Dispose();
    }

    public static CancellationTokenSource CreateLinkedTokenSource(
        CancellationToken token,
        int site
    ) => Link([token], site) ?? CancellationTokenSource.CreateLinkedTokenSource(token);

    public static CancellationTokenSource CreateLinkedTokenSource(
        CancellationToken token1,
        CancellationToken token2,
        int site
    ) =>
        Link([token1, token2], site)
        ?? CancellationTokenSource.CreateLinkedTokenSource(token1, token2);

    public static CancellationTokenSource CreateLinkedTokenSource(
        CancellationToken[] tokens,
        int site
    ) => Link(tokens, site) ?? CancellationTokenSource.CreateLinkedTokenSource(tokens);

    public static CancellationTokenSource CreateLinkedTokenSource(
        ReadOnlySpan<CancellationToken> tokens,
        int site
    ) => Link(tokens, site) ?? CancellationTokenSource.CreateLinkedTokenSource(tokens);

    /// <summary>A source that is cancelled with any of the tokens; <see langword="null"/> when the caller is not explored, or the real one has to throw.</summary>
    private static CancellationTokenSource? Link(ReadOnlySpan<CancellationToken> tokens, int site)
    {
        if (tokens.Length == 0 || !SchedulingPoints.IsExplored(out _, out _))
            return null;
        var source = new CancellationTokenSource();
        var links = new CancellationTokenRegistration[tokens.Length];
        for (var i = 0; i < links.Length; i++)
        {
            var token = tokens[i];
            links[i] = ControlledCancellationToken.UnsafeRegister(
                ref token,
                _ => CancelUnlessDisposed(source),
                null,
                site
            );
        }
        Links.Add(source, links);
        return source;
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
