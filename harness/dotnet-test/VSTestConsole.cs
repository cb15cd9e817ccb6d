using System.Diagnostics;
using Katas.Harness.Machines;

namespace Katas.Harness.DotnetTest;

/// <summary>Finds vstest.console: the SDK's own, which MSBuild names in its environment, or whatever <c>dotnet vstest</c> finds.</summary>
internal static class VSTestConsole
{
    public static ProcessStartInfo StartInfo(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(DotnetHost.Path) { UseShellExecute = false };
        var sdk = Environment.GetEnvironmentVariable("MSBuildExtensionsPath");
        var console = sdk is null ? null : Path.Combine(sdk, "vstest.console.dll");
        string[] command = File.Exists(console) ? ["exec", console] : ["vstest"];
        foreach (var argument in command.Concat(arguments))
            start.ArgumentList.Add(argument);
        return start;
    }
}
