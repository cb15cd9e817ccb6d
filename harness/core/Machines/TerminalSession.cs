using System.Runtime.InteropServices;

namespace Katas.Harness.Machines;

/// <summary>The terminal to which a process and its children belong; Ctrl+C there reaches all of them.</summary>
public static partial class TerminalSession
{
    /// <summary>
    /// Takes this process, and what it starts from now on, out of its terminal, so that only its parent decides when it ends. See
    /// <c>man 2 setsid</c>. Does nothing on Windows.
    /// </summary>
    public static void Leave()
    {
        // It fails for the leader of a group alone, which no child is.
        if (!OperatingSystem.IsWindows())
            _ = SetSid();
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int SetSid();
}
