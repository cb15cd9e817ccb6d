using System.Diagnostics;
using Katas.Harness.Machines;

namespace Katas.Harness.Cli.Grading;

/// <summary>The command kata in a process of its own, and what it prints.</summary>
internal sealed class KataProcess : IDisposable
{
    private readonly List<string> _lines = [];
    private readonly Process _process;
    private readonly string _line;

    public KataProcess(params IReadOnlyList<string> line)
    {
        _line = string.Join(' ', line);
        var start = DotnetHost.StartInfo(typeof(KataCommand).Assembly.Location, line);
        DotnetHost.RemoveBuildVariables(start);
        DotnetHost.DisableDiagnostics(start);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, data) => Add(data.Data);
        _process.ErrorDataReceived += (_, data) => Add(data.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>What it has printed until now.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    /// <summary>Waits until it has ended, and all that it printed is there.</summary>
    public int ExitCode(TimeSpan limit)
    {
        Assert.That(_process.WaitForExit(limit), Is.True, $"It does not end: {this}");
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    /// <summary>The command and what it has printed.</summary>
    public override string ToString() => $"kata {_line}\n{string.Join('\n', Lines)}";

    private void Add(string? line)
    {
        if (line is null)
            return;
        lock (_lines)
            _lines.Add(line);
    }
}
