using Katas.Harness.Probes;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Katas.Harness.Testing;

/// <summary>
/// Begins each run of a test assembly with all time limits unspent, and notes when it begins and when it is complete. Every test project
/// carries it; see <c>harness/build/Test.props</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class KataSuiteAttribute : NUnitAttribute, ITestAction
{
    /// <inheritdoc/>
    public ActionTargets Targets => ActionTargets.Suite;

    /// <inheritdoc/>
    public void BeforeTest(ITest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (test.Parent is not null)
            return;
        ParentProcess.EndIfGone();
        TimeLimits.BeginRun();
        WaitTimeouts.BeginRun();
        TestJournal.Began(test.FullName, TestTree.Names(test));
    }

    /// <inheritdoc/>
    public void AfterTest(ITest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (test.Parent is null)
            TestJournal.Done(test.FullName);
    }
}
