using System.Diagnostics;

namespace Katas.Harness.Grading.Sandbox;

/// <summary>The environment variables that a program inside has; the others of this process may hold secrets.</summary>
internal static class Variables
{
    private static readonly string[] Kept =
    [
        "DOTNET_",
        "KATAS_HANG_BUDGET",
        "KATAS_REPORT_ROOT",
        "LANG",
        "LC_",
        "SystemRoot",
        "TZ",
    ];

    /// <summary>Gives one command those that another may hand down, and no others.</summary>
    public static void Copy(ProcessStartInfo from, ProcessStartInfo to)
    {
        to.Environment.Clear();
        foreach (var (name, value) in from.Environment)
        {
            if (Kept.Any(kept => name.StartsWith(kept, StringComparison.Ordinal)))
                to.Environment[name] = value;
        }
    }
}
