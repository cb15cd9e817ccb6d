using System.Diagnostics;
using System.Reflection;
using Katas.Harness.Timing;

namespace Katas.Harness.Cli.Timing;

/// <summary>Sees to it that what is timed was compiled to be fast.</summary>
internal static class ReleaseBuild
{
    /// <exception cref="UsageException">The harness was built for debugging.</exception>
    public static void Demand()
    {
        var debuggable = typeof(Comparison).Assembly.GetCustomAttribute<DebuggableAttribute>();
        if (debuggable is { IsJITOptimizerDisabled: true })
            throw new UsageException(
                "Code that was built for debugging is not worth timing. Add -c Release: dotnet run -c Release --project harness/cli -- time ..."
            );
    }
}
