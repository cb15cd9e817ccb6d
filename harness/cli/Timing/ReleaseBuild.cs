using System.Diagnostics;
using System.Reflection;
using Katas.Harness.Timing;

namespace Katas.Harness.Cli.Timing;

/// <summary>Refuses to time code that was compiled without optimisation.</summary>
internal static class ReleaseBuild
{
    /// <exception cref="UsageException">The harness was built for debugging.</exception>
    public static void Require()
    {
        var debuggable = typeof(Comparison).Assembly.GetCustomAttribute<DebuggableAttribute>();
        if (debuggable is { IsJITOptimizerDisabled: true })
            throw new UsageException(
                "Code that was built for debugging is not worth timing. Add -c Release: dotnet run -c Release --project harness/cli -- time ..."
            );
    }
}
