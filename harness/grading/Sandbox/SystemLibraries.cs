namespace Katas.Harness.Grading.Sandbox;

/// <summary>
/// The libraries of the system that the runtime loads. What else lies beside them, and in folders below, are programs and their parts: a shell's
/// helpers, compilers, whole installations. A chapter that may start programs could start these.
/// </summary>
internal static class SystemLibraries
{
    /// <summary>Where systems keep libraries; some of these lead to others.</summary>
    public static readonly IReadOnlyList<string> Folders =
    [
        "/lib",
        "/lib64",
        "/usr/lib",
        "/usr/lib64",
    ];

    /// <summary>How the names begin of what the runtime, and the programs that set limits and user, are linked to or look for.</summary>
    private static readonly string[] Names =
    [
        "ld-",
        "libatomic.",
        "libaudit.",
        "libc-",
        "libc.",
        "libcap-ng.",
        "libcom_err.",
        "libcrypt.",
        "libcrypto.",
        "libdl-",
        "libdl.",
        "libgcc_s",
        "libgssapi_krb5.",
        "libicudata.",
        "libicui18n.",
        "libicuuc.",
        "libintl.",
        "libk5crypto.",
        "libkeyutils.",
        "libkrb5.",
        "libkrb5support.",
        "liblttng-ust",
        "libm-",
        "libm.",
        "libmvec",
        "libnss_",
        "libnuma.",
        "libpcre2-8.",
        "libpthread",
        "libresolv",
        "librt-",
        "librt.",
        "libselinux.",
        "libsmartcols.",
        "libssl.",
        "libstdc++.",
        "libunwind",
        "liburcu",
        "libz.",
        "libzstd.",
    ];

    /// <summary>Their full paths.</summary>
    public static IReadOnlyList<string> Find() =>
        [
            .. Folders
                .Where(IsFolder)
                .SelectMany(folder =>
                    // Debian has a folder for each kind of machine, such as x86_64-linux-gnu.
                    Directory
                        .EnumerateDirectories(folder, "*-linux-*")
                        .Where(IsFolder)
                        .Prepend(folder)
                )
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.so*"))
                .Where(file =>
                    Names.Any(name =>
                        Path.GetFileName(file).StartsWith(name, StringComparison.Ordinal)
                    )
                ),
        ];

    /// <summary>Whether there is a folder that leads to no other.</summary>
    public static bool IsFolder(string path) =>
        new DirectoryInfo(path) is { Exists: true, LinkTarget: null };
}
