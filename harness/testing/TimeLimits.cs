using System.Diagnostics;
using System.Globalization;

namespace Katas.Harness.Testing;

/// <summary>
/// How long a test may take before it counts as hung. A test that ends needs milliseconds, so the limit is generous; but all the hangs of a
/// chapter together may cost no more than a budget, a kata that has hung once is given little for its other tests, and no hang takes more
/// than half of what is left.
/// </summary>
/// <param name="budget">What the hangs of a chapter may cost in all.</param>
internal sealed class TimeLimits(TimeSpan budget)
{
    /// <summary>The environment variable that sets the budget of a chapter, in seconds; 20 when it is not set.</summary>
    public const string BudgetVariable = "KATAS_HANG_BUDGET";

    private static readonly TimeSpan Least = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeastAnswer = TimeSpan.FromSeconds(0.2);

    /// <summary>Of the usual budget, 8 s.</summary>
    private readonly TimeSpan _first = budget * 0.4;

    /// <summary>Of the usual budget, 1 s.</summary>
    private readonly TimeSpan _again = budget * 0.05;

    private readonly HashSet<string> _hungKatas = [];
    private TimeSpan _left = budget;

    /// <summary>The limits of the run of a chapter's tests that is under way.</summary>
    public static TimeLimits OfThisRun { get; private set; } = new(ReadBudget());

    /// <summary>Gives the next run its whole budget.</summary>
    public static void BeginRun() => OfThisRun = new(ReadBudget());

    /// <summary>
    /// The limit for the next test of a kata; no limit while a debugger is attached. <see langword="null"/> when the kata has hung before and the
    /// budget is spent: the test is not run.
    /// </summary>
    public TimeSpan? Next(string kata)
    {
        if (Debugger.IsAttached)
            return Timeout.InfiniteTimeSpan;
        var hasHung = _hungKatas.Contains(kata);
        if (hasHung && _left <= TimeSpan.Zero)
            return null;
        return AtMostHalf(hasHung ? _again : _first, Least);
    }

    /// <summary>Takes what a hung test has cost from the budget.</summary>
    /// <returns>How long it may take to say where it waits: a while for the first of a kata, whose stack trace may take long.</returns>
    public TimeSpan Hung(string kata, TimeSpan limit)
    {
        _left -= limit;
        return _hungKatas.Add(kata) ? AtMostHalf(Answer, LeastAnswer) : LeastAnswer;
    }

    /// <summary>Takes what a hung test has cost that was asked where it waits, and did not answer.</summary>
    public void GaveNoAnswer(TimeSpan waitLimit) => _left -= waitLimit;

    private TimeSpan AtMostHalf(TimeSpan limit, TimeSpan least)
    {
        var half = _left / 2;
        if (half < limit)
            limit = half;
        return limit < least ? least : limit;
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
