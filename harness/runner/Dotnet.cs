using System.Diagnostics;

namespace Katas.Harness.Runner;

/// <summary>The <c>dotnet</c> that this program runs on.</summary>
internal static class Dotnet
{
    public static string Path { get; } = Find();

    /// <summary>Takes away what a build or a test run around this process has put into the environment, lest it confuse another.</summary>
    public static void ForgetTheBuildAround(ProcessStartInfo start)
    {
        var names = start.Environment.Keys.Where(name =>
            name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("CORECLR_", StringComparison.OrdinalIgnoreCase)
        );
        foreach (var name in names.ToList())
            start.Environment.Remove(name);
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host)
            return host;
        var self = Environment.ProcessPath;
        return System.IO.Path.GetFileNameWithoutExtension(self) == "dotnet" ? self! : "dotnet";
    }
}
