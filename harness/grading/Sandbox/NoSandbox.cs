using System.Diagnostics;

namespace Katas.Harness.Grading.Sandbox;

/// <summary>Limits, where the system has a program that sets them, and nothing else.</summary>
/// <param name="limits">How much a process may use.</param>
/// <param name="reason">Why there is no more than this.</param>
internal sealed class NoSandbox(ProcessLimits limits, string reason) : ISandbox
{
    public string Description =>
        $"Isolation was off: {reason}. Only the rules about what an answer may use stood between the submissions and this machine.";

    public bool ProtectsFiles => false;

    public uint? DrawUser() => null;

    public ProcessStartInfo Enclose(ProcessStartInfo program, SandboxView view)
    {
        limits.SetVariables(program);
        return OperatingSystem.IsWindows() ? program : BehindShell(program);
    }

    public void Dispose() { }

    /// <summary>A test that kills its parent process kills a shell.</summary>
    private ProcessStartInfo BehindShell(ProcessStartInfo program)
    {
        // Threads are counted for a user, who runs other things here, too.
        string[] command =
        [
            .. limits.Command(countsThreads: false),
            program.FileName,
            .. program.ArgumentList,
        ];
        // Something must come after the command, or the shell makes way for it.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "\"$0\" \"$@\"; exit $?", .. command])
        {
            UseShellExecute = false,
        };
        Variables.Copy(program, start);
        return start;
    }
}
