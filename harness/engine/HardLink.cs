using System.Runtime.InteropServices;

namespace Katas.Harness.Engine;

/// <summary>Second names for files: no copying, and to every program a file like any other.</summary>
internal static partial class HardLink
{
    /// <summary>Links every file in and below a folder into another; where the file system has no links it copies.</summary>
    public static void Tree(string source, string target, Func<string, bool> except)
    {
        foreach (var file in Directory.EnumerateFiles(source))
        {
            var name = Path.GetFileName(file);
            if (except(name))
                continue;
            var second = Path.Combine(target, name);
            if (!TryCreate(file, second))
                File.Copy(file, second);
        }
        foreach (var folder in Directory.EnumerateDirectories(source))
        {
            var second = Path.Combine(target, Path.GetFileName(folder));
            Directory.CreateDirectory(second);
            Tree(folder, second, except);
        }
    }

    private static bool TryCreate(string file, string second) =>
        OperatingSystem.IsWindows()
            ? CreateHardLink(second, file, IntPtr.Zero)
            : Link(file, second) == 0;

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string file, string second);

    [LibraryImport(
        "kernel32",
        EntryPoint = "CreateHardLinkW",
        StringMarshalling = StringMarshalling.Utf16
    )]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateHardLink(string second, string file, IntPtr security);
}
