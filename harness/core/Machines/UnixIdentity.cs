using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Katas.Harness.Machines;

/// <summary>The numbers by which Linux and macOS know a user; Windows has none.</summary>
[UnsupportedOSPlatform("windows")]
public static partial class UnixIdentity
{
    /// <summary>The number of the user that this process runs for; 0 is root. See <c>man 2 getuid</c>.</summary>
    public static uint UserId() => GetUid();

    /// <summary>The number of the group that this process runs for. See <c>man 2 getgid</c>.</summary>
    public static uint GroupId() => GetGid();

    [LibraryImport("libc", EntryPoint = "getuid")]
    private static partial uint GetUid();

    [LibraryImport("libc", EntryPoint = "getgid")]
    private static partial uint GetGid();
}
