using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Katas.Harness.Pools.Broker;

/// <summary>
/// A RabbitMQ broker of this program's own: on free ports of the loopback address, with its data in a temporary folder, apart from any other
/// broker of the machine. For one thread at a time. It ends with this program, even when that is killed, and leaves nothing behind.
/// </summary>
public sealed class LocalBroker : IAsyncDisposable
{
    /// <summary>How long a broker may take to accept connections: five seconds on a quiet machine, many times that on a busy one.</summary>
    public static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);

    private const int Attempts = 3;
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly BrokerInstall _install;
    private BrokerFolder _folder;
    private BrokerPorts _ports;
    private BrokerProcess? _process;

    private LocalBroker(BrokerInstall install)
    {
        _install = install;
        _folder = new BrokerFolder();
        _ports = BrokerPorts.Free();
    }

    /// <summary>Where clients connect, for example <c>amqp://guest:guest@127.0.0.1:41235/</c>.</summary>
    public Uri Address =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"amqp://guest:guest@127.0.0.1:{_ports.Clients}/"
            )
        );

    /// <summary>The folder that holds the broker's data, and that goes with it.</summary>
    public string DataFolder => _folder.Path;

    /// <summary>The process id of the broker while it runs.</summary>
    public int? ProcessId => _process?.Id;

    /// <summary>Starts a broker and waits until it accepts connections.</summary>
    /// <param name="install">The RabbitMQ of this machine.</param>
    /// <param name="cancellationToken">Gives up; nothing is left running.</param>
    /// <exception cref="BrokerStartException">It did not start; the message has its last lines of output.</exception>
    public static async Task<LocalBroker> Start(
        BrokerInstall install,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(install);
        var broker = new LocalBroker(install);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await broker.Resume(cancellationToken).ConfigureAwait(false);
                    return broker;
                }
                catch (BrokerStartException) when (attempt < Attempts)
                {
                    // Another program may have taken a port in the meantime.
                    broker.StartAfresh();
                }
            }
        }
        catch
        {
            await broker.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Whether the broker has noted on its disk that it has a quorum queue of this name. It does so a few seconds after the queue is declared;
    /// when it is killed before, it comes back with a queue of that name which is empty and serves nobody
    /// (https://github.com/rabbitmq/rabbitmq-server/issues/15725).
    /// </summary>
    /// <param name="queue">The queue's name.</param>
    public bool HasNotedQuorumQueue(string queue) =>
        Directory
            .EnumerateFiles(_folder.Path, "names.dets", SearchOption.AllDirectories)
            .Any(file => ReadShared(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(queue)) >= 0);

    /// <summary>Kills the broker as a power cut would; what it has confirmed is on its disk, and every connection breaks.</summary>
    public async Task Kill()
    {
        if (_process is null)
            return;
        await _process.Kill().ConfigureAwait(false);
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts the killed broker again, at the same address and with the same data, and waits until it accepts connections.</summary>
    /// <param name="cancellationToken">Gives up; nothing is left running.</param>
    /// <exception cref="BrokerStartException">It did not start; the message has its last lines of output.</exception>
    /// <exception cref="InvalidOperationException">The broker runs.</exception>
    public async Task Resume(CancellationToken cancellationToken = default)
    {
        if (_process is not null)
            throw new InvalidOperationException("The broker runs. Kill it before Resume.");
        _process = new BrokerProcess(_install, _folder, _folder.Prepare(_ports));
        try
        {
            await UntilItAnswers(_process, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await Kill().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends the broker and deletes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await Kill().ConfigureAwait(false);
        _folder.Delete();
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private async Task UntilItAnswers(BrokerProcess process, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (
            !await BrokerHandshake.Answers(_ports.Clients, cancellationToken).ConfigureAwait(false)
        )
        {
            if (process.HasExited)
                throw new BrokerStartException("The broker ended while it started.", _folder);
            if (Stopwatch.GetElapsedTime(start) > StartLimit)
                throw new BrokerStartException(
                    $"The broker accepted no connection within {StartLimit.TotalSeconds:0} s.",
                    _folder
                );
            await Task.Delay(PollInterval, TimeProvider.System, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private void StartAfresh()
    {
        _folder.Delete();
        _folder = new BrokerFolder();
        _ports = BrokerPorts.Free();
    }
}
