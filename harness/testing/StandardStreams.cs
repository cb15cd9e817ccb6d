using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Katas.Harness.Testing;

/// <summary>
/// Sends what this process writes past .NET's console, as a dying runtime does, to files of its own: only there is it known which of several
/// test processes has said it.
/// </summary>
internal static partial class StandardStreams
{
    private const int Output = 1;
    private const int Errors = 2;

    /// <summary>The files stay open for as long as the process lives.</summary>
    private static SafeFileHandle[]? s_files;

    public static void Redirect(string outputFile, string errorsFile)
    {
        s_files = [Create(outputFile), Create(errorsFile)];
        Replace(Output, s_files[0]);
        Replace(Errors, s_files[1]);
    }

    private static SafeFileHandle Create(string file) =>
        File.OpenHandle(file, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);

    private static void Replace(int stream, SafeFileHandle file)
    {
        const int FirstOfWindows = -10;
        if (OperatingSystem.IsWindows())
            SetStdHandle(FirstOfWindows - stream, file);
        else
            Duplicate(file, stream);
    }

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Duplicate(SafeFileHandle file, int descriptor);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetStdHandle(int stream, SafeFileHandle file);
}
