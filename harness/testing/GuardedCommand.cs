using System.Text.RegularExpressions;
using Katas.Harness.Probes;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace Katas.Harness.Testing;

/// <summary>Runs one test on a thread of its own and waits for it no longer than <see cref="TimeLimits"/> allows.</summary>
internal sealed class GuardedCommand(TestCommand command, string kata)
    : DelegatingTestCommand(command)
{
    /// <summary>How much of what a test has written to the console its verdict keeps, in characters.</summary>
    private const int KeptOutput = 20_000;

    /// <summary>Longer messages and stacks help nobody, and cost time.</summary>
    private const int LongestText = 20_000;

    public override TestResult Execute(TestExecutionContext context)
    {
        var limits = TimeLimits.OfThisRun;
        if (limits.Next(kata) is not { } limit)
            return Replace(context, GuardVerdict.NoTimeLeft);

        var watch = TestWatch.Begin(context.CurrentTest.FullName);
        // A test that was given up may go on; what it then does to the context, it does to its own.
        var own = new TestExecutionContext(context);
        var thread = new Thread(() => RunInner(own, watch))
        {
            IsBackground = true,
            // Whose code runs on it may read this: the test's own name would tell it which answer is expected.
            Name = WatchedThread.Name,
        };
        thread.Start();

        WaitingPlace? place = null;
        if (!watch.WaitForEnd(limit))
        {
            watch.End(GuardVerdict.Hung(limit));
            var waitLimit = limits.Hung(kata, limit);
            place = WaitingPlace.Find(thread, own, waitLimit);
            if (place is null)
                limits.GaveNoAnswer(waitLimit);
        }
        ParentProcess.EndIfGone();
        TestJournal.Ended(watch.Test, watch.Verdict?.Outcome);

        if (watch.Verdict is { } verdict)
            return Replace(
                context,
                verdict.At(place),
                place?.StackTrace,
                own.CurrentResult?.Output
            );
        context.CurrentResult = own.CurrentResult;
        return Explain(context.CurrentResult);
    }

    /// <summary>Says it in words. A message may be such that looking for them takes for ages: it then stays as it is.</summary>
    private TestResult Explain(TestResult result)
    {
        if (result.Message?.Length > LongestText || result.StackTrace?.Length > LongestText)
            result.SetResult(result.ResultState, Cut(result.Message) ?? "", Cut(result.StackTrace));
        try
        {
            return FailureSentence.Explain(Stub.Explain(result, kata), kata);
        }
        catch (RegexMatchTimeoutException)
        {
            return result;
        }
    }

    private static string? Cut(string? text) =>
        text?.Length > LongestText ? string.Concat(text.AsSpan(0, LongestText), "…") : text;

    private void RunInner(TestExecutionContext context, TestWatch watch)
    {
        watch.Adopt();
        try
        {
            context.CurrentResult = context.CurrentTest.MakeTestResult();
            context.EstablishExecutionEnvironment();
            innerCommand.Execute(context);
        }
        catch (Exception e)
        {
            context.CurrentResult.RecordException(e);
        }
        finally
        {
            watch.End(null);
        }
    }

    /// <summary>The test's own result may still be written to by a thread that nobody can stop, so the verdict goes into a fresh one.</summary>
    private static TestResult Replace(
        TestExecutionContext context,
        GuardVerdict verdict,
        string? stackTrace = null,
        string? output = null
    )
    {
        context.CurrentResult = context.CurrentTest.MakeTestResult();
        // The end of it: that is what the test did last.
        context.CurrentResult.OutWriter.Write(
            output is { Length: > KeptOutput } ? output[^KeptOutput..] : output
        );
        context.CurrentResult.SetResult(verdict.ResultState, verdict.Message, stackTrace);
        return context.CurrentResult;
    }
}
