using System.Diagnostics;
using System.IO.Pipes;
using System.Text;

namespace Katas.Harness.Engine;

/// <summary>
/// A process of ours that speaks over a pipe, a line at a time: it is started and connected, its console is drained, and it is killed in the
/// end with all that it has started.
/// </summary>
public sealed class PipedProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly PipeAddress _address;
    private readonly NamedPipeServerStream _pipe;
    private readonly BoundedLineReader _reader;
    private readonly HostOutput _output;
    private readonly Task _drained;

    private PipedProcess(
        Process process,
        PipeAddress address,
        NamedPipeServerStream pipe,
        long outputLimit
    )
    {
        _process = process;
        _address = address;
        _pipe = pipe;
        _reader = new BoundedLineReader(pipe);
        _output = new HostOutput(outputLimit)
        {
            Flooded = () =>
            {
                HasFlooded = true;
                Kill();
            },
        };
        _drained = Task.WhenAll(
            _output.Drain(process.StandardOutput.BaseStream, errors: false),
            _output.Drain(process.StandardError.BaseStream, errors: true)
        );
    }

    /// <summary>Whether the process was killed because it wrote too much to its console.</summary>
    public bool HasFlooded { get; private set; }

    /// <summary>The beginning of what it wrote to its error output; complete once <see cref="WaitForExit"/> has returned.</summary>
    public string Errors => _output.Errors;

    /// <summary>Its exit code; <see langword="null"/> while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>Starts a process and waits until it has connected.</summary>
    /// <param name="command">What to start, given the name of the pipe to connect to.</param>
    /// <param name="outputLimit">How many bytes it may write to its console before it is killed.</param>
    /// <param name="cancellationToken">Gives up waiting, and kills the process.</param>
    /// <param name="user">The number of the user for whom the process will run, if that is another one; not on Windows.</param>
    /// <exception cref="PipedProcessException">It ended before it had connected.</exception>
    /// <exception cref="TimeoutException">It did not connect in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<PipedProcess> Start(
        Func<string, ProcessStartInfo> command,
        long outputLimit,
        CancellationToken cancellationToken,
        uint? user = null
    )
    {
        var address = user is null ? PipeAddress.OfThisUser() : PipeAddress.OfAnotherUser();
        var pipe = address.Listen(user);
        var start = command(address.Name);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        Process process;
        try
        {
            process = await ProcessStarter.Start(start).ConfigureAwait(false);
        }
        catch
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            address.Dispose();
            throw;
        }
        process.StandardInput.Close();
        var started = new PipedProcess(process, address, pipe, outputLimit);
        try
        {
            await started.Connect(cancellationToken).ConfigureAwait(false);
            return started;
        }
        catch
        {
            await started.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Its next line; <see langword="null"/> when it is gone, or says more than anybody asked for.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<string?> ReadLine(CancellationToken cancellationToken)
    {
        try
        {
            return await _reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Sends a line. When the process is gone, the next <see cref="ReadLine"/> says so.</summary>
    public async Task WriteLine(string line)
    {
        try
        {
            await _pipe.WriteAsync(Encoding.UTF8.GetBytes(line + "\n")).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // It is gone.
        }
    }

    /// <summary>Waits until the process is gone and its output is read; kills it when it stays.</summary>
    /// <param name="limit">How long it may stay.</param>
    public async Task WaitForExit(TimeSpan limit)
    {
        using var moment = new CancellationTokenSource(limit);
        try
        {
            await _process.WaitForExitAsync(moment.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Kill();
            await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        await Task.WhenAny(_drained, Task.Delay(DrainLimit, TimeProvider.System))
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await _pipe.DisposeAsync().ConfigureAwait(false);
        _address.Dispose();
        _process.Dispose();
    }

    private async Task Connect(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        either.CancelAfter(StartLimit);
        var connected = _pipe.WaitForConnectionAsync(either.Token);
        var exited = _process.WaitForExitAsync(either.Token);
        var first = await Task.WhenAny(connected, exited).ConfigureAwait(false);
        try
        {
            await first.ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The process did not connect within {StartLimit}.", e);
        }
        if (first == connected)
            return;
        await either.CancelAsync().ConfigureAwait(false);
        throw new PipedProcessException(_process.ExitCode, Errors);
    }

    /// <summary>Ends it, and all that it has started.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e)
            when (e is InvalidOperationException or AggregateException
                || e is System.ComponentModel.Win32Exception
            )
        {
            // It was gone already, or a part of its tree was.
        }
    }
}
