using RabbitMQ.Client;

namespace Katas.Harness.Pools.Cluster;

/// <summary>The channel to publish on now; while the connection is broken, callers wait for the next.</summary>
internal sealed class CurrentChannel
{
    private readonly Lock _gate = new();
    private TaskCompletionSource<IChannel> _channel = Empty();

    public void Open(IChannel channel)
    {
        lock (_gate)
            _channel.SetResult(channel);
    }

    public void Close()
    {
        lock (_gate)
        {
            if (_channel.Task.IsCompleted)
                _channel = Empty();
        }
    }

    /// <summary>The channel to publish on, or <see langword="null"/> while the connection is broken.</summary>
    public IChannel? Now
    {
        get
        {
            lock (_gate)
                return _channel.Task.IsCompletedSuccessfully ? _channel.Task.Result : null;
        }
    }

    public Task<IChannel> Get(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _channel.Task.WaitAsync(cancellationToken);
    }

    private static TaskCompletionSource<IChannel> Empty() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
