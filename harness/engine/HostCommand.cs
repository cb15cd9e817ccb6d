using System.Diagnostics;
using Katas.Harness.Engine.Host;
using Katas.Harness.Machines;

namespace Katas.Harness.Engine;

/// <summary>
/// How a host is started. On Linux and macOS a shell stands between it and this program: a test that kills its parent process kills the
/// shell, not the program that judges it. On Windows nothing stands between.
/// </summary>
internal static class HostCommand
{
    /// <summary>The command that starts a host.</summary>
    /// <param name="pipe">The pipe for requests and messages.</param>
    public static ProcessStartInfo StartInfo(string pipe)
    {
        var host = Direct(pipe);
        if (OperatingSystem.IsWindows())
            return host;
        // Something must come after the command, or the shell makes way for it.
        return new ProcessStartInfo(
            "/bin/sh",
            ["-c", "\"$0\" \"$@\"; exit $?", host.FileName, .. host.ArgumentList]
        )
        {
            UseShellExecute = false,
        };
    }

    /// <summary>The command without anything between.</summary>
    /// <param name="pipe">The pipe for requests and messages.</param>
    public static ProcessStartInfo Direct(string pipe) =>
        DotnetHost.StartInfo(typeof(HostRequest).Assembly.Location, pipe);
}
