using System.Diagnostics.Metrics;
using Katas.Harness.Testing;
using Katas.Harness.Workbook.Verdicts;
using NUnit.Framework.Interfaces;

namespace Katas.Harness.Engine.Host;

/// <summary>Reports each test as it starts and ends, so that what is known survives whatever comes next.</summary>
internal sealed class Listener : ITestListener, IDisposable
{
    /// <summary>Longer texts help nobody who reads a verdict.</summary>
    private const int LongestText = 20_000;

    private readonly MessageWriter _messages;
    private readonly HitReader? _hits;
    private readonly MeterListener _meters;
    private long _schedules;

    public Listener(MessageWriter messages, HitReader? hits = null)
    {
        (_messages, _hits) = (messages, hits);
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
            OutcomeOf(result),
            NullWhenEmpty(Cut(result.Message)),
            NullWhenEmpty(Cut(result.StackTrace)),
            NullWhenEmpty(Cut(result.Output)),
            TimeSpan.FromSeconds(result.Duration),
            Schedules: Interlocked.Read(ref _schedules)
        );
        SawFailure |= verdict.IsFailure;
        _messages.Write(new HostMessage.Ended(verdict, _hits?.Read()));
    }

    public void TestOutput(TestOutput output) { }

    public void SendMessage(TestMessage message) { }

    public void Dispose() => _meters.Dispose();

    /// <summary>
    /// The guard of harness/testing leaves its verdict as the failure's label. A test that passes has nothing to say: one that does was ended
    /// by <c>Assert.Pass</c> before it had looked at everything.
    /// </summary>
    private static Outcome OutcomeOf(ITestResult result) =>
        result.ResultState.Status switch
        {
            TestStatus.Passed => string.IsNullOrEmpty(result.Message)
                ? Outcome.Passed
                : Outcome.Failed,
            TestStatus.Failed => Enum.TryParse<Outcome>(result.ResultState.Label, out var guard)
            && guard is not (Outcome.Passed or Outcome.Skipped)
                ? guard
                : Outcome.Failed,
            _ => Outcome.Skipped,
        };

    private static string? NullWhenEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string? Cut(string? text) =>
        text is { Length: > LongestText } ? text[..LongestText] + "…" : text;
}
