namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for what <c>await using</c> calls.</summary>
[Controls(typeof(IAsyncDisposable))]
internal static class ControlledAsyncDisposable
{
    public static ValueTask DisposeAsync(IAsyncDisposable disposable, int site) =>
        disposable is Timer timer
            ? ControlledTimer.DisposeAsync(timer, site)
            : disposable.DisposeAsync();
}
