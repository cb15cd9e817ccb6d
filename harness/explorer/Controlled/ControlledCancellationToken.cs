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
    )
    {
        Tasks.Change("registers with a token", site);
        return token.Register(callback);
    }

    public static CancellationTokenRegistration Register(
        ref CancellationToken token,
        Action<object?> callback,
        object? state,
        int site
    )
    {
        Tasks.Change("registers with a token", site);
        return token.Register(callback, state);
    }

    public static CancellationTokenRegistration Register(
        ref CancellationToken token,
        Action<object?, CancellationToken> callback,
        object? state,
        int site
    )
    {
        Tasks.Change("registers with a token", site);
        return token.Register(callback, state);
    }

    public static CancellationTokenRegistration UnsafeRegister(
        ref CancellationToken token,
        Action<object?> callback,
        object? state,
        int site
    )
    {
        Tasks.Change("registers with a token", site);
        return token.UnsafeRegister(callback, state);
    }

    public static WaitHandle get_WaitHandle(ref CancellationToken token, int site) =>
        Handles.SetOwner(token.WaitHandle, null, LocationKind.Task);
}
