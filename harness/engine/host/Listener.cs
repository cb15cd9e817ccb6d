using NUnit.Framework.Interfaces;

namespace Katas.Harness.Engine.Host;

/// <summary>Tells the runner of each test as it starts and ends, so that what is known survives whatever comes next.</summary>
internal sealed class Listener(MessageWriter messages) : ITestListener
{
    /// <summary>Longer output helps nobody who reads a verdict.</summary>
    private const int LongestOutput = 20_000;

    /// <summary>Whether a test has failed.</summary>
    public bool SawFailure { get; private set; }

    public void TestStarted(ITest test)
    {
        if (test.IsSuite)
            return;
        HostLifetime.TestThread = Thread.CurrentThread;
        messages.Write(new HostMessage.Started(test.FullName));
    }

    public void TestFinished(ITestResult result)
    {
        if (result.Test.IsSuite)
            return;
        SawFailure |= result.ResultState.Status == TestStatus.Failed;
        messages.Write(
            new HostMessage.Ended(
                result.Test.FullName,
                result.ResultState.Status.ToString(),
                NullWhenEmpty(result.Message),
                NullWhenEmpty(result.StackTrace),
                NullWhenEmpty(Cut(result.Output)),
                result.Duration
            )
        );
    }

    public void TestOutput(TestOutput output) { }

    public void SendMessage(TestMessage message) { }

    private static string? NullWhenEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string? Cut(string? text) =>
        text is { Length: > LongestOutput } ? text[..LongestOutput] + "…" : text;
}
