namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="CancellationToken"/>.</summary>
[Controls(typeof(CancellationToken))]
internal static class CancellationTokenCalls
{
    public static bool get_IsCancellationRequested(ref CancellationToken token, int site)
    {
        Tasks.Look("looks at a token", site);
        return token.IsCancellationRequested;
    }

    public static void ThrowIfCancellationRequested(ref CancellationToken token, int site)
    {
        Tasks.Look("looks at a token", site);
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
}
