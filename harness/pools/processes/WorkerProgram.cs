using System.Diagnostics;
using System.Text;
using Katas.Harness.Machines;
using Katas.Harness.Pools.Worker;

namespace Katas.Harness.Pools.Processes;

/// <summary>How the worker program, which lies beside this assembly, is started.</summary>
internal static class WorkerProgram
{
    /// <summary>Starts a worker that connects to a socket.</summary>
    /// <exception cref="FileNotFoundException">The worker program is not beside the harness.</exception>
    public static Process Start(string socketPath)
    {
        var start = DotnetHost.StartInfo(typeof(PoolWorker).Assembly.Location, socketPath);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardOutputEncoding = Encoding.UTF8;
        start.StandardErrorEncoding = Encoding.UTF8;
        DotnetHost.DisableDiagnostics(start);
        var process = Process.Start(start)!;
        // A job that reads the console finds its end; what the pool sends comes over the socket.
        process.StandardInput.Close();
        return process;
    }
}
