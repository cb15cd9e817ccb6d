using System.Reflection;
using RabbitMQ.Client;

namespace Katas.ManyShops;

/// <summary>Stands before a connection and sees whether it is disposed of, which a broken one does not tell.</summary>
public class DisposalProbe : DispatchProxy
{
    private IConnection? _connection;
    private volatile bool _isDisposed;

    public bool IsDisposed => _isDisposed;

    /// <summary>Puts a probe before a connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <returns>What to hand out in its place, and its probe.</returns>
    public static (IConnection Connection, DisposalProbe Probe) Watch(IConnection connection)
    {
        var watched = Create<IConnection, DisposalProbe>();
        var probe = (DisposalProbe)watched;
        probe._connection = connection;
        return (watched, probe);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (
            targetMethod!.Name
            is nameof(IDisposable.Dispose)
                or nameof(IAsyncDisposable.DisposeAsync)
        )
            _isDisposed = true;
        return targetMethod.Invoke(
            _connection,
            BindingFlags.DoNotWrapExceptions,
            binder: null,
            args,
            culture: null
        );
    }
}
