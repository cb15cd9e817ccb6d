using System.Globalization;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace VerifyTests;

/// <summary>
/// Fails each test of the assembly that calls Verify and does not await it: such a test would compare nothing. The build puts it on every
/// test assembly.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class SnapshotsAreAwaitedAttribute : Attribute, ITestAction
{
    /// <summary>Every test, not every suite.</summary>
    public ActionTargets Targets => ActionTargets.Test;

    /// <summary>Starts to count.</summary>
    /// <param name="test">The test.</param>
    public void BeforeTest(ITest test) => AwaitedSnapshots.Begin(test);

    /// <summary>Fails the test when a comparison was asked for and not awaited.</summary>
    /// <param name="test">The test.</param>
    public void AfterTest(ITest test)
    {
        var forgotten = AwaitedSnapshots.End();
        // A test that failed has said why; it may be the comparison itself, which it returned as a task.
        if (forgotten > 0 && TestContext.CurrentContext.Result.Outcome.Status != TestStatus.Failed)
            Assert.Fail(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{forgotten} calls of Verify were not awaited, so nobody saw the outcome. Write `await Verify(...)` in an `async Task` test, or return it."
                )
            );
    }
}
