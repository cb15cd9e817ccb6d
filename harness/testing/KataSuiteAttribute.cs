using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Katas.Harness.Testing;

/// <summary>Notes when a test assembly's run begins and when it is complete. Every test project carries it; see <c>harness/build/Test.props</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class KataSuiteAttribute : NUnitAttribute, ITestAction
{
    /// <inheritdoc/>
    public ActionTargets Targets => ActionTargets.Suite;

    /// <inheritdoc/>
    public void BeforeTest(ITest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (test.Parent is null)
            TestJournal.Began(test.FullName);
    }

    /// <inheritdoc/>
    public void AfterTest(ITest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (test.Parent is null)
            TestJournal.Done(test.FullName);
    }
}
