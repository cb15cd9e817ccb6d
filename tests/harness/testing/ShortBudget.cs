using System.Runtime.CompilerServices;

namespace Katas.Harness.Testing;

/// <summary>
/// Hangs are given little time here, since several of these tests hang on purpose. They hang as one kata, which is given less each time:
/// enough is left for the tests that end, in whatever order all of them run, on a machine however busy.
/// </summary>
internal static class ShortBudget
{
    public const string Seconds = "10";

    [ModuleInitializer]
    internal static void Set() =>
        Environment.SetEnvironmentVariable(TimeLimits.BudgetVariable, Seconds);
}
