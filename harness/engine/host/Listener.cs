using System.Diagnostics.Metrics;
using Katas.Harness.Testing;
using Katas.Harness.Workbook.Verdicts;
using NUnit.Framework.Interfaces;

namespace Katas.Harness.Engine.Host;

/// <summary>Reports each test as it starts and ends, so that what is known survives whatever comes next.</summary>
internal sealed class Listener : ITestListener, IDisposable
{
    /// <summary>Longer output helps nobody who reads a verdict.</summary>
    private const int LongestOutput = 20_000;

    private readonly MessageWriter _messages;
    private readonly MeterListener _meters;
    private long _schedules;

    public Listener(MessageWriter messages)
    {
        _messages = messages;
        _meters = new MeterListener
        {
            InstrumentPublished = (instrument, meters) =>
            {
                if (instrument.Name == "katas.explorer.schedules")
                    meters.EnableMeasurementEvents(instrument);
            },
        };
        _meters.SetMeasurementEventCallback<long>(
            (_, count, _, _) => Interlocked.Add(ref _schedules, count)
        );
        _meters.Start();
    }

    /// <summary>Whether a test has failed.</summary>
    public bool SawFailure { get; private set; }

    public void TestStarted(ITest test)
    {
        if (test.IsSuite)
            return;
        HostLifetime.TestThread = Thread.CurrentThread;
        Interlocked.Exchange(ref _schedules, 0);
        _messages.Write(new HostMessage.Started(test.FullName));
    }

    public void TestFinished(ITestResult result)
    {
        if (result.Test.IsSuite)
            return;
        var verdict = new TestVerdict(
            TestTree.Name(result.Test),
            OutcomeOf(result.ResultState),
            NullWhenEmpty(result.Message),
            NullWhenEmpty(result.StackTrace),
            NullWhenEmpty(Cut(result.Output)),
            TimeSpan.FromSeconds(result.Duration),
            Schedules: Interlocked.Read(ref _schedules)
        );
        SawFailure |= verdict.IsFailure;
        _messages.Write(new HostMessage.Ended(verdict));
    }

    public void TestOutput(TestOutput output) { }

    public void SendMessage(TestMessage message) { }

    public void Dispose() => _meters.Dispose();

    /// <summary>The guard of harness/testing leaves its verdict as the failure's label.</summary>
    private static Outcome OutcomeOf(ResultState state) =>
        state.Status switch
        {
            TestStatus.Passed => Outcome.Passed,
            TestStatus.Failed => Enum.TryParse<Outcome>(state.Label, out var guard)
                ? guard
                : Outcome.Failed,
            _ => Outcome.Skipped,
        };

    private static string? NullWhenEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string? Cut(string? text) =>
        text is { Length: > LongestOutput } ? text[..LongestOutput] + "…" : text;
}
