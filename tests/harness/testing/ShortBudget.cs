using System.Runtime.CompilerServices;

namespace Katas.Harness.Testing;

/// <summary>Hangs are given little time here, since several of these tests hang on purpose.</summary>
internal static class ShortBudget
{
    public const string Seconds = "4";

    [ModuleInitializer]
    internal static void Set() =>
        Environment.SetEnvironmentVariable(TimeLimits.BudgetVariable, Seconds);
}
