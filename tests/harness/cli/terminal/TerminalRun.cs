using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Katas.Harness.Machines;

namespace Katas.Harness.Fixtures;

/// <summary>
/// A command in a pseudo-terminal, as a person runs it. The terminal is made by <c>script</c> of util-linux, which every Linux has: .NET starts
/// no process with a terminal of its own, since that takes a call between fork and exec.
/// </summary>
internal sealed class TerminalRun : IDisposable
{
    public const string CtrlC = "\u0003";
    public const int Rows = 40;

    /// <summary>Only a test that fails takes so long; what it waits for is there in seconds, on a busy machine in a minute or two.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly Thread _reader;
    private readonly StringBuilder _raw = new();
    private readonly TerminalScreen _screen = new();
    private bool _isOver;

    private TerminalRun(Process process)
    {
        _process = process;
        _reader = new Thread(Read) { IsBackground = true, Name = "terminal" };
        _reader.Start();
    }

    /// <summary>All that came to the terminal so far, as it came.</summary>
    public string Raw
    {
        get
        {
            lock (_screen)
                return _raw.ToString();
        }
    }

    /// <summary>What stands on the screen, without colours.</summary>
    public string Text
    {
        get
        {
            lock (_screen)
                return _screen.Text;
        }
    }

    /// <summary>Whether the terminal is as a shell expects it: its usual screen, and a cursor.</summary>
    public bool IsAsBefore
    {
        get
        {
            lock (_screen)
                return _screen is { IsAlternate: false, HasCursor: true };
        }
    }

    /// <summary>Starts a command of the shell.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="command">The command; <c>exec</c> lets it take the shell's place.</param>
    /// <param name="columns">The terminal's width.</param>
    /// <param name="variables">Environment variables; an empty one is removed.</param>
    public static TerminalRun Start(
        string folder,
        string command,
        int columns,
        params IEnumerable<(string Name, string Value)> variables
    )
    {
        var start = new ProcessStartInfo(
            "env",
            // Whoever is started in the background, as a CI job may be, ignores Ctrl+C, and so do its children.
            [
                "--default-signal=INT",
                "script",
                "-q",
                "-e",
                "-f",
                "-c",
                $"stty rows {Rows} cols {columns}; {command}",
                "/dev/null",
            ]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        Isolate(start);
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("NO_COLOR");
        foreach (var (name, value) in variables)
        {
            if (value.Length > 0)
                start.Environment[name] = value;
            else
                start.Environment.Remove(name);
        }
        return new(Process.Start(start)!);
    }

    /// <summary>Keeps what the outer run says to its own children from a command that a test starts.</summary>
    public static void Isolate(ProcessStartInfo start)
    {
        DotnetHost.RemoveBuildVariables(start);
        foreach (var name in start.Environment.Keys.Where(IsOuter).ToList())
            start.Environment.Remove(name);
        // Servers that outlive the command would keep its output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
    }

    /// <summary>Types keys.</summary>
    public void Type(string keys)
    {
        _process.StandardInput.Write(keys);
        _process.StandardInput.Flush();
    }

    /// <summary>Waits until the screen shows something.</summary>
    /// <param name="pattern">What, as a regular expression.</param>
    public void WaitFor(string pattern)
    {
        var regex = new Regex(pattern, RegexOptions.ExplicitCapture, Limit);
        WaitUntil(screen => regex.IsMatch(screen.Text), $"'{pattern}' did not come");
    }

    /// <summary>Waits for the end of the command.</summary>
    /// <returns>Its exit code.</returns>
    public int WaitForExit()
    {
        WaitUntil(_ => _isOver, "The command did not end");
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>Ends the command where it stands, as the system would.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _reader.Join();
        _process.Dispose();
    }

    private void WaitUntil(Func<TerminalScreen, bool> condition, string failure)
    {
        var begin = Stopwatch.GetTimestamp();
        lock (_screen)
        {
            while (!condition(_screen))
            {
                var left = Limit - Stopwatch.GetElapsedTime(begin);
                if (_isOver || left <= TimeSpan.Zero || !Monitor.Wait(_screen, left))
                    throw new TimeoutException(
                        $"{failure}{(_isOver ? " before the end" : "")}:\n{_screen.Text}"
                    );
            }
        }
    }

    private void Read()
    {
        var buffer = new char[4096];
        while (_process.StandardOutput.Read(buffer) is > 0 and var count)
        {
            lock (_screen)
            {
                _raw.Append(buffer, 0, count);
                _screen.Show(buffer.AsSpan(0, count));
                Monitor.PulseAll(_screen);
            }
        }
        lock (_screen)
        {
            _isOver = true;
            Monitor.PulseAll(_screen);
        }
    }

    private static bool IsOuter(string name) =>
        name.StartsWith("KATAS_", StringComparison.Ordinal)
        || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase);
}
