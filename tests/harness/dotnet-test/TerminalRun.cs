using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Katas.Harness.Workbook;

namespace Katas.Harness.DotnetTest;

/// <summary>
/// A command in a pseudo-terminal, as a person runs it. The terminal is made by <c>script</c> of util-linux, which every Linux has: .NET starts
/// no process with a terminal of its own, since that takes a call between fork and exec.
/// </summary>
internal sealed partial class TerminalRun : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly Thread _reader;
    private readonly StringBuilder _output = new();

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
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>The lines as they stand on the screen, without colours.</summary>
    public IReadOnlyList<string> Screen => Draw(Raw);

    /// <summary>Starts a command of the shell at the root of the workbook.</summary>
    public static TerminalRun Start(
        WorkbookPaths paths,
        string command,
        int columns,
        IReadOnlyDictionary<string, string>? variables = null
    )
    {
        var start = new ProcessStartInfo(
            "script",
            ["-q", "-e", "-f", "-c", $"stty rows 40 cols {columns}; exec {command}", "/dev/null"]
        )
        {
            WorkingDirectory = paths.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        DotnetTestRun.Isolate(start);
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("NO_COLOR");
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Types keys.</summary>
    public void Type(string keys)
    {
        _process.StandardInput.Write(keys);
        _process.StandardInput.Flush();
    }

    /// <summary>Waits for a text, and says where it ends.</summary>
    /// <param name="pattern">The text, as a regular expression, once colours are gone.</param>
    /// <param name="from">Where to begin, counted as the result is.</param>
    public int WaitFor(string pattern, int from = 0)
    {
        var deadline = Stopwatch.GetTimestamp() + (long)(Limit.TotalSeconds * Stopwatch.Frequency);
        lock (_output)
        {
            while (true)
            {
                var text = Escapes().Replace(_output.ToString(), "");
                var match = new Regex(pattern, RegexOptions.ExplicitCapture, Limit).Match(
                    text,
                    Math.Min(from, text.Length)
                );
                if (match.Success)
                    return match.Index + match.Length;
                var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), deadline);
                if (!_reader.IsAlive || left <= TimeSpan.Zero)
                    throw new TimeoutException(
                        $"'{pattern}' did not come to the terminal:\n{text}"
                    );
                Monitor.Wait(_output, left < Second ? left : Second);
            }
        }
    }

    /// <summary>Waits for the end of the command.</summary>
    /// <returns>Its exit code.</returns>
    public int WaitForExit()
    {
        if (!_process.WaitForExit(Limit))
            throw new TimeoutException($"The command did not end:\n{Raw}");
        _reader.Join();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static TimeSpan Second => TimeSpan.FromSeconds(1);

    private void Read()
    {
        var buffer = new char[4096];
        while (_process.StandardOutput.Read(buffer) is > 0 and var count)
        {
            lock (_output)
            {
                _output.Append(buffer, 0, count);
                Monitor.PulseAll(_output);
            }
        }
        lock (_output)
            Monitor.PulseAll(_output);
    }

    /// <summary>Text, carriage returns and line feeds are all that these commands send, beside colours.</summary>
    private static List<string> Draw(string raw)
    {
        var lines = new List<string>();
        foreach (var text in Escapes().Replace(raw, "").Split('\n'))
        {
            var line = "";
            foreach (var part in text.Split('\r'))
                line = part + (part.Length < line.Length ? line[part.Length..] : "");
            lines.Add(line.TrimEnd());
        }
        return lines;
    }

    [GeneratedRegex(@"\x1B(\[[0-?]*[ -/]*[@-~]|[=>])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escapes();
}
