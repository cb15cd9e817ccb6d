using System.Collections.Concurrent;

namespace Katas.Harness.Engine;

/// <summary>Hosts that stand ready: started, with NUnit loaded, waiting to be asked.</summary>
internal sealed class HostPool(EngineOptions options) : IAsyncDisposable
{
    private readonly ConcurrentQueue<Task<HostProcess>> _ready = new();
    private int _count;
    private volatile bool _closed;

    /// <summary>Starts what is missing.</summary>
    public void Fill()
    {
        while (!_closed && Interlocked.Increment(ref _count) <= options.SpareHosts)
            _ready.Enqueue(HostProcess.Start(options));
        Interlocked.Decrement(ref _count);
    }

    /// <summary>Hands over a host, one that stands ready if there is one.</summary>
    public Task<HostProcess> Take()
    {
        if (!_ready.TryDequeue(out var host))
            return HostProcess.Start(options);
        Interlocked.Decrement(ref _count);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        while (_ready.TryDequeue(out var starting))
        {
            try
            {
                await (await starting.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            }
            catch (InvalidOperationException)
            {
                // It never started, and nobody has asked for it.
            }
        }
    }
}
