using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Katas.Harness.Bench;

/// <summary>A command that stays, in a pseudo-terminal of <c>script</c> of util-linux, and what it costs together with the processes it has started.</summary>
internal sealed class TerminalCommand : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private TaskCompletionSource _more = NewSignal();

    private TerminalCommand(Process process)
    {
        _process = process;
        _ = Read();
    }

    /// <summary>Starts a command of the shell.</summary>
    public static TerminalCommand Start(string folder, string command)
    {
        var start = new ProcessStartInfo(
            "script",
            ["-q", "-f", "-c", $"stty rows 40 cols 100; {command}", "/dev/null"]
        )
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TERM"] = "xterm-256color";
        return new(Process.Start(start)!);
    }

    /// <summary>The CPU time of the command and of all that it has started and that lives, in seconds.</summary>
    public double CpuSeconds => Tree().Sum(process => process.TotalProcessorTime.TotalSeconds);

    /// <summary>Their memory. What they share is counted once in each.</summary>
    public double MegaBytes => Tree().Sum(process => process.WorkingSet64) / 1e6;

    /// <summary>What has come so far does not count any more.</summary>
    public void Forget()
    {
        lock (_output)
            _output.Clear();
    }

    /// <summary>Waits for a text.</summary>
    /// <exception cref="TimeoutException">It does not come.</exception>
    public async Task WaitFor(string text, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task more;
            lock (_output)
            {
                if (_output.ToString().Contains(text, StringComparison.Ordinal))
                    return;
                more = _more.Task;
            }
            try
            {
                await more.WaitAsync(Limit, TimeProvider.System, cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (TimeoutException e)
            {
                throw new TimeoutException($"'{text}' did not come to the terminal.", e);
            }
        }
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private async Task Read()
    {
        var buffer = new char[8192];
        while (
            await _process.StandardOutput.ReadAsync(buffer).ConfigureAwait(false)
                is > 0
                    and var count
        )
        {
            lock (_output)
            {
                _output.Append(buffer, 0, count);
                _more.TrySetResult();
                _more = NewSignal();
            }
        }
    }

    /// <summary>The processes below <c>script</c>.</summary>
    private List<Process> Tree()
    {
        var all = new List<Process>();
        var next = new Queue<int>(Children(_process.Id));
        while (next.TryDequeue(out var id))
        {
            all.Add(Process.GetProcessById(id));
            foreach (var child in Children(id))
                next.Enqueue(child);
        }
        return all;
    }

    private static IEnumerable<int> Children(int process) =>
        Directory
            .EnumerateDirectories($"/proc/{process}/task")
            .SelectMany(thread =>
                File.ReadAllText(Path.Combine(thread, "children"))
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            )
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture));

    private static TaskCompletionSource NewSignal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
