using System.Collections.Concurrent;
using Katas.Harness.Engine.Host;

namespace Katas.Harness.Engine;

/// <summary>Hosts that wait to be asked: fresh ones, started ahead, and used ones that a run has left as they were.</summary>
/// <remarks>A fresh one may have rehearsed: run tests on the solution, after which the harness is compiled in it, and the answer's run is twice as fast.</remarks>
internal sealed class HostPool(EngineOptions options) : IHostSource, IAsyncDisposable
{
    /// <summary>What a run loads stays loaded, so a host grows slower and larger.</summary>
    private const int MostRuns = 12;

    private readonly ConcurrentQueue<Task<HostProcess>> _fresh = new();
    private readonly List<HostProcess> _used = [];
    private int _count;
    private volatile bool _closed;
    private volatile HostRequest? _rehearsal;
    private CancellationTokenSource _rehearsing = new();

    /// <summary>Starts the fresh hosts that are missing.</summary>
    public void Fill()
    {
        while (!_closed && Interlocked.Increment(ref _count) <= options.SpareHosts)
            _fresh.Enqueue(Started(_rehearsal));
        Interlocked.Decrement(ref _count);
    }

    /// <summary>Has the fresh hosts that wait, and those that will, run tests that are known to pass, unless they rehearse with this chapter already.</summary>
    /// <param name="tests">Which, and where they lie.</param>
    public void Rehearse(HostRequest tests)
    {
        if (_rehearsal?.Shared == tests.Shared)
            return;
        _rehearsal = tests;
        for (var waiting = _fresh.Count; waiting > 0 && _fresh.TryDequeue(out var host); waiting--)
            _fresh.Enqueue(Rehearsed(host, tests));
    }

    /// <summary>Ends all hosts that wait: what they have loaded was built anew.</summary>
    public async Task Clear()
    {
        _rehearsal = null;
        await Interlocked.Exchange(ref _rehearsing, new()).CancelAsync().ConfigureAwait(false);
        List<HostProcess> used;
        lock (_used)
        {
            used = [.. _used];
            _used.Clear();
        }
        foreach (var host in used)
            await host.DisposeAsync().ConfigureAwait(false);
        while (_fresh.TryDequeue(out var starting))
        {
            Interlocked.Decrement(ref _count);
            await End(starting).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Task<HostProcess> Take(HostUse use, string shared)
    {
        if (use == HostUse.Shared && TakeUsed(shared) is { } used)
            return Task.FromResult(used);
        if (!_fresh.TryDequeue(out var host))
            return HostProcess.Start(options);
        Interlocked.Decrement(ref _count);
        return WithNothingBut(shared, host);
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
        _closed = true;
        await Clear().ConfigureAwait(false);
    }

    private async Task<HostProcess> Started(HostRequest? rehearsal)
    {
        var host = HostProcess.Start(options);
        return await (rehearsal is null ? host : Rehearsed(host, rehearsal)).ConfigureAwait(false);
    }

    /// <summary>A host that has rehearsed or, if that went wrong or was broken off, one that has run nothing.</summary>
    private async Task<HostProcess> Rehearsed(Task<HostProcess> starting, HostRequest tests)
    {
        var stop = _rehearsing.Token;
        var host = await starting.ConfigureAwait(false);
        if (host.Shared is not null)
        {
            // It has rehearsed with another chapter.
            await host.DisposeAsync().ConfigureAwait(false);
            host = await HostProcess.Start(options).ConfigureAwait(false);
        }
        if (await host.Rehearse(tests, options.SilenceLimit, stop).ConfigureAwait(false))
            return host;
        await host.DisposeAsync().ConfigureAwait(false);
        return await HostProcess.Start(options).ConfigureAwait(false);
    }

    /// <summary>A fresh host, if it has not rehearsed with another chapter's assemblies; otherwise a new one.</summary>
    private async Task<HostProcess> WithNothingBut(string shared, Task<HostProcess> fresh)
    {
        var host = await fresh.ConfigureAwait(false);
        if (host.Shared is null || host.Shared == shared)
            return host;
        await host.DisposeAsync().ConfigureAwait(false);
        return await HostProcess.Start(options).ConfigureAwait(false);
    }

    private static async Task End(Task<HostProcess> starting)
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
