using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Text.Json;
using Katas.Harness.Engine.Host;
using Katas.Harness.Machines;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine;

/// <summary>A process that runs tests: it is asked, reports as it goes, and is killed in the end with all that it has started.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly NamedPipeServerStream _pipe;
    private readonly StreamReader _reader;
    private readonly HostOutput _output;
    private readonly Task _drained;

    private HostProcess(Process process, NamedPipeServerStream pipe, HostOutput output)
    {
        _process = process;
        _pipe = pipe;
        _reader = new StreamReader(pipe, leaveOpen: true);
        _output = output;
        _drained = Task.WhenAll(
            output.Drain(process.StandardOutput.BaseStream, errors: false),
            output.Drain(process.StandardError.BaseStream, errors: true)
        );
        output.Flooded = () =>
        {
            HasFlooded = true;
            Kill();
        };
    }

    /// <summary>Whether the host was killed because it wrote too much to its console.</summary>
    public bool HasFlooded { get; private set; }

    /// <summary>How often it has been asked to run tests.</summary>
    public int Runs { get; private set; }

    /// <summary>The folder of the assemblies that its runs share, once it has been asked.</summary>
    public string? Shared { get; private set; }

    /// <summary>What the host wrote to its error output; complete once <see cref="WaitForExit"/> has returned.</summary>
    public string Errors => _output.Errors;

    public static async Task<HostProcess> Start(EngineOptions options)
    {
        // Short, because a socket's path may have no more than about a hundred characters.
        var name = $"kata-{Guid.NewGuid():N}"[..21];
        var pipe = new NamedPipeServerStream(
            name,
            PipeDirection.InOut,
            maxNumberOfServerInstances: 1,
            PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly
        );
        var start = HostCommand.StartInfo(name);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        DotnetHost.RemoveBuildVariables(start);
        // The journal of a test process around this one is not for its children.
        start.Environment.Remove(JournalEntry.FolderVariable);
        start.Environment["KATAS_HANG_BUDGET"] = options.HangBudget.TotalSeconds.ToString(
            CultureInfo.InvariantCulture
        );
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        var host = new HostProcess(process, pipe, new HostOutput(options.OutputLimit));
        try
        {
            await host.Connect().ConfigureAwait(false);
            return host;
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public Task Request(HostRequest request)
    {
        Runs++;
        Shared = request.Shared;
        return WriteLine(JsonSerializer.Serialize(request));
    }

    /// <summary>Asks where the running test waits; the answer, if it can answer, is that test's end.</summary>
    public Task RequestPlace() => WriteLine(HostRequest.WhereAreYou);

    /// <summary>The next message, or <see langword="null"/> when the host is gone.</summary>
    /// <exception cref="TimeoutException">Nothing came in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<HostMessage?> Next(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        either.CancelAfter(limit);
        try
        {
            var line = await _reader.ReadLineAsync(either.Token).ConfigureAwait(false);
            return line is null ? null : JsonSerializer.Deserialize<HostMessage>(line);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The host reported nothing for {limit}.", e);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            // The host died in the middle of a line.
            return null;
        }
    }

    /// <summary>Waits until the process that has closed its pipe is gone, and its output is read.</summary>
    public async Task WaitForExit()
    {
        using var moment = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await _process.WaitForExitAsync(moment.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Kill();
            await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        await Task.WhenAny(_drained, Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System))
            .ConfigureAwait(false);
    }

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

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        _reader.Dispose();
        await _pipe.DisposeAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    private async Task Connect()
    {
        using var limit = new CancellationTokenSource(StartLimit);
        var connected = _pipe.WaitForConnectionAsync(limit.Token);
        var exited = _process.WaitForExitAsync(limit.Token);
        if (await Task.WhenAny(connected, exited).ConfigureAwait(false) == exited)
        {
            await limit.CancelAsync().ConfigureAwait(false);
            throw new InvalidOperationException(
                $"The host process did not start; exit code {_process.ExitCode}. {Errors}"
            );
        }
        await connected.ConfigureAwait(false);
    }

    private async Task WriteLine(string line)
    {
        try
        {
            await _pipe
                .WriteAsync(System.Text.Encoding.UTF8.GetBytes(line + "\n"))
                .ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The host is gone; the next message says so.
        }
    }
}
