using System.Diagnostics;
using System.Globalization;

namespace Katas.Harness.Bench;

/// <summary>A Python process with a started pool. It runs one of our scripts, which times its work at each request.</summary>
internal sealed class PythonPool : IDisposable
{
    private readonly Process _process;

    private PythonPool(Process process, string version)
    {
        _process = process;
        Version = version;
    }

    public string Version { get; }

    /// <summary>Starts the script with so many workers; <see langword="null"/> when there is no Python.</summary>
    public static PythonPool? Start(int workers, string script = "primes.py")
    {
        var start = new ProcessStartInfo("python3")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, script));
        start.ArgumentList.Add(workers.ToString(CultureInfo.InvariantCulture));
        try
        {
            var process = Process.Start(start)!;
            return process.StandardOutput.ReadLine() is { } version
                ? new PythonPool(process, version)
                : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Requests one measurement; returns the seconds by Python's own clock.</summary>
    public async Task<double> Seconds(CancellationToken cancellationToken, string request = "go")
    {
        await _process.StandardInput.WriteLineAsync(request).ConfigureAwait(false);
        await _process.StandardInput.FlushAsync(cancellationToken).ConfigureAwait(false);
        var line =
            await _process.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException(
                "The Python script ended early; run it from harness/bench by hand to see why."
            );
        return double.Parse(line, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        // The end of its input ends the script.
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
