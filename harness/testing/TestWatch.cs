using System.Runtime.ExceptionServices;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Testing;

/// <summary>Follows one test and the threads it starts: the first of end, hang, flood and escaped exception decides.</summary>
internal sealed class TestWatch
{
    /// <summary>How many characters a test may write to the console.</summary>
    public const long ConsoleLimit = 1_000_000;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    private static readonly AsyncLocal<TestWatch?> Mine = new();
    private static readonly Lock Installing = new();
    private static TextWriter? s_output;
    private static TextWriter? s_errors;
    private static bool s_handlesExceptions;
    private static volatile TestWatch? s_latest;

    private readonly object _gate = new();
    private long _written;
    private volatile bool _over;

    private TestWatch(string test) => Test = test;

    /// <summary>The full name of the test.</summary>
    public string Test { get; }

    /// <summary>Why the guard ended the test, or <see langword="null"/> when it came to its end.</summary>
    public GuardVerdict? Verdict { get; private set; }

    /// <summary>Whether the verdict stands; what the test's threads do from then on is ignored.</summary>
    public bool IsOver => _over;

    /// <summary>The test to which the running code belongs: the one it was started by or, failing that, the latest.</summary>
    public static TestWatch? Current => Mine.Value ?? s_latest;

    public static TestWatch Begin(string test)
    {
        Install();
        var watch = new TestWatch(test);
        s_latest = watch;
        TestJournal.Started(test);
        return watch;
    }

    /// <summary>Makes this thread, and all that it starts, part of the test.</summary>
    public void Adopt() => Mine.Value = this;

    /// <summary>Waits until the test is over; <see langword="false"/> when it was not within the limit.</summary>
    /// <remarks>The limit is spent in naps, which take longer on a busy machine, as the test does.</remarks>
    public bool WaitForEnd(TimeSpan limit)
    {
        var polls =
            limit == Timeout.InfiniteTimeSpan ? double.PositiveInfinity : limit / PollInterval;
        lock (_gate)
        {
            for (; !_over; polls--)
            {
                if (polls <= 0)
                    return false;
                Monitor.Wait(_gate, PollInterval);
            }
            return true;
        }
    }

    /// <summary>Ends the test with the guard's verdict, or with none; the first call counts.</summary>
    public void End(GuardVerdict? verdict)
    {
        lock (_gate)
        {
            if (_over)
                return;
            Verdict = verdict;
            _over = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Whether the test may write so many characters more.</summary>
    /// <exception cref="IOException">It has written too much: a loop that went on would take memory and a core from the tests after it.</exception>
    public bool MayWrite(int characters)
    {
        if (!IsOver)
        {
            if (Interlocked.Add(ref _written, characters) <= ConsoleLimit)
                return true;
            End(GuardVerdict.Flooded(ConsoleLimit));
        }
        return Verdict?.Outcome != Outcome.OutputLimit
            ? false
            : throw new IOException("This test has written more to the console than it may.");
    }

    private static void Install()
    {
        lock (Installing)
        {
            // NUnit sets the console anew for each run.
            if (Console.Out != s_output)
            {
                Console.SetOut(new LimitedWriter(Console.Out));
                s_output = Console.Out;
            }
            if (Console.Error != s_errors)
            {
                Console.SetError(new LimitedWriter(Console.Error));
                s_errors = Console.Error;
            }
            if (s_handlesExceptions)
                return;
            s_handlesExceptions = true;
            ExceptionHandling.SetUnhandledExceptionHandler(KeepAlive);
        }
    }

    /// <summary>Keeps the test host alive when a test's thread dies of an exception, which would end any other program.</summary>
    private static bool KeepAlive(Exception exception)
    {
        if (Current is not { } watch)
            return false;
        watch.End(GuardVerdict.Escaped(exception, Thread.CurrentThread.Name));
        return true;
    }
}
