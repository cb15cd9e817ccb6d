using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Katas.Harness.Machines;
using Katas.Harness.Timing;

namespace Katas.Harness.Cli.Timing;

/// <summary>Starts the measuring process and reads its messages: the parent's side of <see cref="MeasuringHost"/>.</summary>
internal sealed class MeasuringProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_exitTimeout = TimeSpan.FromSeconds(3);

    private readonly NamedPipeServerStream _pipe;
    private readonly Process _process;
    private readonly StringBuilder _errorOutput = new();

    private MeasuringProcess(NamedPipeServerStream pipe, Process process)
    {
        _pipe = pipe;
        _process = process;
        // Whatever a kata prints is read, so that it cannot block, and dropped.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_errorOutput)
                _errorOutput.AppendLine(line.Data);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts the process and waits until it is connected.</summary>
    /// <exception cref="TimeException">It ended before that.</exception>
    public static async Task<MeasuringProcess> Start(
        string testAssembly,
        ComparisonOptions options,
        CancellationToken cancellationToken
    )
    {
        var name = $"kata-time-{Guid.NewGuid():N}"[..20];
        var pipe = new NamedPipeServerStream(
            name,
            PipeDirection.InOut,
            1,
            PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous
        );
        var start = DotnetHost.StartInfo(
            typeof(MeasuringProcess).Assembly.Location,
            [
                MeasureCommand.Name,
                name,
                testAssembly,
                options.Rounds.ToString(CultureInfo.InvariantCulture),
                .. options.Workers.Select(count => count.ToString(CultureInfo.InvariantCulture)),
            ]
        );
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        process.StandardInput.Close();

        var measuring = new MeasuringProcess(pipe, process);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ended = process.WaitForExitAsync(either.Token);
        var connected = pipe.WaitForConnectionAsync(either.Token);
        await Task.WhenAny(ended, connected).ConfigureAwait(false);
        if (pipe.IsConnected)
            return measuring;
        await either.CancelAsync().ConfigureAwait(false);
        await measuring.DisposeAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        throw new TimeException(measuring.DescribeExit(), ExitCodes.Found);
    }

    /// <summary>Its messages until it ends. A cancellation requests it to stop and leaves it a moment to send the rest.</summary>
    public async IAsyncEnumerable<MeasureMessage> Read(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var waitLimit = new CancellationTokenSource();
        var registration = cancellationToken.Register(() =>
        {
            waitLimit.CancelAfter(s_exitTimeout);
            RequestStop();
        });
        await using var registrationDisposal = registration.ConfigureAwait(false);
        using var reader = new StreamReader(_pipe, leaveOpen: true);
        while (true)
        {
            string? line;
            try
            {
                line = await reader.ReadLineAsync(waitLimit.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                line = null;
            }
            if (line is null)
                yield break;
            yield return JsonSerializer.Deserialize<MeasureMessage>(line)!;
        }
    }

    /// <summary>A sentence about a process that ended before it had measured everything.</summary>
    public string DescribeExit()
    {
        _process.WaitForExit(s_exitTimeout);
        string last;
        lock (_errorOutput)
            last = _errorOutput.ToString().Trim();
        var code = _process.HasExited
            ? $" with exit code {_process.ExitCode.ToString(CultureInfo.InvariantCulture)}"
            : "";
        return $"The process that measured ended early{code}. Look for what ends a process: Environment.Exit, a stack overflow, an exception on a thread of its own.{(last.Length > 0 ? "\n" + OutputTail(last) : "")}";
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited && !_process.WaitForExit(s_exitTimeout))
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        await _pipe.DisposeAsync().ConfigureAwait(false);
    }

    private void RequestStop()
    {
        try
        {
            _pipe.Write("stop\n"u8);
        }
        catch (IOException)
        {
            // It has ended already.
        }
    }

    private static string OutputTail(string text) =>
        string.Join('\n', text.Split('\n').TakeLast(5));
}
