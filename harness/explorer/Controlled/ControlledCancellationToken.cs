using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="CancellationToken"/>.</summary>
[Controls(typeof(CancellationToken))]
internal static class ControlledCancellationToken
{
    public static bool get_IsCancellationRequested(ref CancellationToken token, int site)
    {
        Tasks.Observe("looks at a token", site);
        return token.IsCancellationRequested;
    }

    public static void ThrowIfCancellationRequested(ref CancellationToken token, int site)
    {
        Tasks.Observe("looks at a token", site);
        token.ThrowIfCancellationRequested();
    }

    public static CancellationTokenRegistration Register(
        ref CancellationToken token,
        Action callback,
        int site
    ) => Register(ref token, callback, false, site);

    public static CancellationTokenRegistration Register(
        ref CancellationToken token,
        Action callback,
        bool useSynchronizationContext,
        int site
    ) =>
        callback is not null
        && Register(ref token, callback, useSynchronizationContext, true, site) is { } registration
            ? registration
            : token.Register(callback!, useSynchronizationContext);

    public static CancellationTokenRegistration Register(
        ref CancellationToken token,
        Action<object?> callback,
        object? state,
        int site
    ) => Register(ref token, callback, state, false, site);

    public static CancellationTokenRegistration Register(
        ref CancellationToken token,
        Action<object?> callback,
        object? state,
        bool useSynchronizationContext,
        int site
    ) =>
        callback is not null
        && Register(ref token, () => callback(state), useSynchronizationContext, true, site)
            is { } registration
            ? registration
            : token.Register(callback!, state, useSynchronizationContext);

    public static CancellationTokenRegistration Register(
        ref CancellationToken token,
        Action<object?, CancellationToken> callback,
        object? state,
        int site
    )
    {
        var registered = token;
        return
            callback is not null
            && Register(ref token, () => callback(state, registered), false, true, site)
                is { } registration
            ? registration
            : token.Register(callback!, state);
    }

    public static CancellationTokenRegistration UnsafeRegister(
        ref CancellationToken token,
        Action<object?> callback,
        object? state,
        int site
    ) =>
        callback is not null
        && Register(ref token, () => callback(state), false, false, site) is { } registration
            ? registration
            : token.UnsafeRegister(callback!, state);

    public static CancellationTokenRegistration UnsafeRegister(
        ref CancellationToken token,
        Action<object?, CancellationToken> callback,
        object? state,
        int site
    )
    {
        var registered = token;
        return
            callback is not null
            && Register(ref token, () => callback(state, registered), false, false, site)
                is { } registration
            ? registration
            : token.UnsafeRegister(callback!, state);
    }

    public static WaitHandle get_WaitHandle(ref CancellationToken token, int site)
    {
        Tasks.Observe("looks at a token", site);
        return Handles.SetOwner(token.WaitHandle, null, LocationKind.Task);
    }

    /// <summary>Registers; <see langword="null"/> when the caller is not explored.</summary>
    private static CancellationTokenRegistration? Register(
        ref CancellationToken token,
        Action action,
        bool inContext,
        bool flows,
        int site
    )
    {
        if (!SchedulingPoints.IsExplored(out var execution, out _))
            return null;
        Tasks.Change("registers with a token", site);
        var callback = new TokenCallback(action);
        Action run = callback.Run;
        var registration = flows
            ? token.Register(run, inContext)
            : token.UnsafeRegister(static run => ((Action)run!)(), run);
        callback.Note(execution, registration);
        return registration;
    }
}
