using System.Diagnostics;
using System.Globalization;

namespace Katas.Harness.Testing;

/// <summary>
/// How long a test may take before it counts as hung. A test that ends needs milliseconds, so the limit is generous; but all the hangs of a
/// chapter together may cost no more than a budget, a kata that has hung once is given little for its other tests, and no hang takes more
/// than half of what is left.
/// </summary>
internal static class TimeLimits
{
    /// <summary>The environment variable that sets the budget of a chapter, in seconds; 20 when it is not set.</summary>
    public const string BudgetVariable = "KATAS_HANG_BUDGET";

    private static readonly TimeSpan Budget = ReadBudget();

    /// <summary>Of the usual budget, 8 s.</summary>
    private static readonly TimeSpan First = Budget * 0.4;

    /// <summary>Of the usual budget, 1 s.</summary>
    private static readonly TimeSpan Again = Budget * 0.05;
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(0.25);

    private static readonly HashSet<string> HungKatas = [];
    private static TimeSpan s_left = Budget;

    /// <summary>The limit for the next test of a kata; no limit while a debugger is attached.</summary>
    public static TimeSpan Next(string kata)
    {
        if (Debugger.IsAttached)
            return Timeout.InfiniteTimeSpan;
        var limit = HungKatas.Contains(kata) ? Again : First;
        var half = s_left / 2;
        if (half < limit)
            limit = half;
        return limit < Least ? Least : limit;
    }

    /// <summary>Takes what a hung test has cost from the budget.</summary>
    public static void Hung(string kata, TimeSpan limit)
    {
        HungKatas.Add(kata);
        s_left -= limit;
    }

    private static TimeSpan ReadBudget() =>
        double.TryParse(
            Environment.GetEnvironmentVariable(BudgetVariable),
            CultureInfo.InvariantCulture,
            out var seconds
        ) && seconds is > 0 and < 86_400
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromSeconds(20);
}
