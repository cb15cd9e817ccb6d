using System.Diagnostics;

namespace Katas.Harness.Pools.Broker;

/// <summary>The processes of one running broker: itself, its port mapper, and a guard that ends both when this program ends, however it ends.</summary>
internal sealed class BrokerProcess : IDisposable
{
    // The guard reads from a pipe until its end, which comes when this program closes it or dies. Before it closes the pipe, it writes a mark.
    private const string ClosedMark = "closed";

    private const string Script = $$"""
        exec 3<&0
        "$1" -port "$ERL_EPMD_PORT" -address 127.0.0.1 </dev/null >/dev/null 2>&1 &
        mapper=$!
        (
            mark=$(cat <&3)
            kill -9 $$ $mapper
            if [ "$mark" != {{ClosedMark}} ]; then sleep 1; rm -rf "$3"; fi
        ) >/dev/null 2>&1 &
        exec 3<&-
        exec "$2" </dev/null >"$4" 2>&1
        """;

    private readonly Process _process;

    public BrokerProcess(
        BrokerInstall install,
        BrokerFolder folder,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            "-c",
            Script,
            "broker",
            install.PortMapper,
            install.Server,
            folder.Path,
            folder.Output,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
    }

    public bool HasExited => _process.HasExited;

    public int Id => _process.Id;

    /// <summary>Ends the broker as a power cut would, and waits until it is gone.</summary>
    public async Task Kill(CancellationToken cancellationToken = default)
    {
        await CloseGuard().ConfigureAwait(false);
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task CloseGuard()
    {
        try
        {
            await _process.StandardInput.WriteAsync(ClosedMark).ConfigureAwait(false);
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The guard has ended, and the broker with it.
        }
    }

    public void Dispose() => _process.Dispose();
}
