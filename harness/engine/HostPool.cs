using System.Collections.Concurrent;

namespace Katas.Harness.Engine;

/// <summary>Hosts that wait to be asked: fresh ones, started ahead, and used ones that a run has left as they were.</summary>
internal sealed class HostPool(EngineOptions options) : IHostSource, IAsyncDisposable
{
    /// <summary>What a run loads stays loaded, so a host grows slower and larger.</summary>
    private const int MostRuns = 12;

    private readonly ConcurrentQueue<Task<HostProcess>> _fresh = new();
    private readonly List<HostProcess> _used = [];
    private int _count;
    private volatile bool _closed;

    /// <summary>Starts the fresh hosts that are missing.</summary>
    public void Fill()
    {
        while (!_closed && Interlocked.Increment(ref _count) <= options.SpareHosts)
            _fresh.Enqueue(HostProcess.Start(options));
        Interlocked.Decrement(ref _count);
    }

    /// <inheritdoc/>
    public Task<HostProcess> Take(HostUse use, string shared)
    {
        if (use == HostUse.Shared && TakeUsed(shared) is { } used)
            return Task.FromResult(used);
        if (!_fresh.TryDequeue(out var host))
            return HostProcess.Start(options);
        Interlocked.Decrement(ref _count);
        return host;
    }

    /// <summary>Takes back a host that its run has left as it was; the one that has waited longest goes when there are many.</summary>
    public async ValueTask Return(HostProcess host)
    {
        var surplus = host;
        lock (_used)
        {
            if (!_closed && host.Runs < MostRuns)
            {
                _used.Add(host);
                surplus = _used.Count > options.UsedHosts ? _used[0] : null;
                if (surplus is not null)
                    _used.Remove(surplus);
            }
        }
        if (surplus is not null)
            await surplus.DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        List<HostProcess> used;
        lock (_used)
        {
            _closed = true;
            used = [.. _used];
            _used.Clear();
        }
        foreach (var host in used)
            await host.DisposeAsync().ConfigureAwait(false);
        while (_fresh.TryDequeue(out var starting))
        {
            try
            {
                await (await starting.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is PipedProcessException or TimeoutException)
            {
                // It never started, and nobody has asked for it.
            }
        }
    }

    private HostProcess? TakeUsed(string shared)
    {
        lock (_used)
        {
            var host = _used.FindLast(host => host.Shared == shared);
            if (host is not null)
                _used.Remove(host);
            return host;
        }
    }
}
