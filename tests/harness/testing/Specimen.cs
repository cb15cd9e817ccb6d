using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace Katas.Harness.Testing;

/// <summary>A test that misbehaves, run under the guard as NUnit would run it.</summary>
internal static class Specimen
{
    /// <summary>Runs a body as the test of a kata, and says what became of it.</summary>
    public static TestResult Run(Action body, string kata = "Cook")
    {
        var suite = new TestSuite(typeof(Specimen));
        var test = new TestMethod(new MethodWrapper(typeof(Specimen), nameof(Nothing)), suite);
        TestResult? result = null;
        // The outer test's own context stays out of it.
        using (ExecutionContext.SuppressFlow())
        {
            var thread = new Thread(() =>
            {
                var context = new TestExecutionContext
                {
                    CurrentTest = test,
                    CurrentResult = test.MakeTestResult(),
                };
                context.EstablishExecutionEnvironment();
                result = new GuardedCommand(new BodyCommand(test, body), kata).Execute(context);
                // What the runner reports is what the context holds.
                result = context.CurrentResult;
            });
            thread.Start();
            thread.Join();
        }
        return result!;
    }

    /// <summary>The method that stands for the specimen in NUnit's tree.</summary>
    public static void Nothing() { }

    private sealed class BodyCommand(Test test, Action body) : TestCommand(test)
    {
        public override TestResult Execute(TestExecutionContext context)
        {
            try
            {
                body();
                context.CurrentResult.SetResult(ResultState.Success);
            }
            catch (Exception e)
            {
                context.CurrentResult.RecordException(e);
            }
            return context.CurrentResult;
        }
    }
}
