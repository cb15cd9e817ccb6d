using System.Diagnostics;
using System.Globalization;

namespace Katas.Harness.Probes;

/// <summary>
/// How long a probe waits before it gives up. Code that keeps its promise is done in milliseconds, so the limit is spent by failures only:
/// the first in a process may take long, on a busy machine too; what fails after that is given less, so that a red chapter ends soon.
/// </summary>
internal static class WaitTimeouts
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1.5);

    private static volatile bool s_spent;

    /// <summary>Gives the next run of tests in this process the long first limit again.</summary>
    public static void BeginRun() => s_spent = false;

    /// <summary>The limit to use now: the one asked for or, without one, the usual; none while a debugger is attached.</summary>
    public static TimeSpan Limit(TimeSpan? asked)
    {
        if (asked is { } limit)
            return limit;
        if (Debugger.IsAttached)
            return Timeout.InfiniteTimeSpan;
        return s_spent ? Again : First;
    }

    /// <summary>Makes the exception of a probe that has waited for its whole limit.</summary>
    public static ProbeException RunOut(TimeSpan limit, TimeSpan? asked, string missing)
    {
        if (asked is null)
            s_spent = true;
        return new ProbeException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Waited {limit.TotalSeconds:0.##} s for {missing}"
            )
        );
    }
}
