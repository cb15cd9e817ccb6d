using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>A reader or writer that waits for a channel. Whoever reserves it ends it, or the token that it was given.</summary>
internal sealed class ChannelWait<T>
{
    // A builder, for it keeps the very exception of a cancellation, as the real waits do.
    private AsyncTaskMethodBuilder<T> _builder = AsyncTaskMethodBuilder<T>.Create();
    private CancellationTokenRegistration _cancellation;
    private bool _isReserved;

    // It is made now, while nobody awaits it on another fiber.
    public ChannelWait() => _ = _builder.Task;

    /// <summary>The wait, as a task.</summary>
    public Task<T> Task => _builder.Task;

    /// <summary>Whether the caller is the one who ends it.</summary>
    public bool TryReserve()
    {
        var isFirst = !_isReserved;
        _isReserved = true;
        return isFirst;
    }

    public void EndWhenCancelled<TItem>(
        ModelledChannel<TItem> channel,
        CancellationToken cancellationToken
    ) =>
        _cancellation = cancellationToken.UnsafeRegister(
            (_, token) => channel.Cancel(this, token),
            null
        );

    public void SetResult(T result)
    {
        _cancellation.Unregister();
        _builder.SetResult(result);
    }

    public void SetException(Exception exception)
    {
        _cancellation.Unregister();
        _builder.SetException(exception);
    }
}
