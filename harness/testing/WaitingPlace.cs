using System.Text.RegularExpressions;
using NUnit.Framework.Internal;

namespace Katas.Harness.Testing;

/// <summary>Where a hung test waits. A thread cannot be asked; but one that waits can be interrupted, and its exception knows the place.</summary>
/// <param name="StackTrace">The stack of the test's thread.</param>
internal sealed partial record WaitingPlace(string StackTrace)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>File and line of the innermost frame that is not the harness's own, if there is one.</summary>
    public string? Line
    {
        get
        {
            try
            {
                return Frame()
                    .Matches(StackTrace)
                    .Where(frame =>
                        !frame
                            .Groups["method"]
                            .Value.StartsWith("Katas.Harness.", StringComparison.Ordinal)
                    )
                    .Select(frame => $"{frame.Groups["file"].Value}:{frame.Groups["line"].Value}")
                    .FirstOrDefault();
            }
            catch (RegexMatchTimeoutException)
            {
                // An exception may say of its stack what it likes.
                return null;
            }
        }
    }

    /// <summary>Interrupts a test whose verdict stands already.</summary>
    /// <param name="test">The test's thread.</param>
    /// <param name="context">The test's own context, which holds its result when it has stopped.</param>
    /// <param name="waitLimit">One that waits stops at once, but its stack trace takes a while; only one that runs costs all of this.</param>
    /// <returns>Where it waited; <see langword="null"/> when it did not wait but run, or does not stop.</returns>
    public static WaitingPlace? Find(Thread test, TestExecutionContext context, TimeSpan waitLimit)
    {
        test.Interrupt();
        // In naps, as the test's own limit is spent.
        for (var polls = waitLimit / PollInterval; !test.Join(PollInterval); polls--)
        {
            if (polls <= 0)
                return null;
        }
        var result = context.CurrentResult;
        return
            result.Message?.Contains(nameof(ThreadInterruptedException), StringComparison.Ordinal)
                is true
            && result.StackTrace is { Length: > 0 } stack
            ? new WaitingPlace(stack)
            : null;
    }

    [GeneratedRegex(
        @"^\s+at (?<method>[^\s(]+).* in (?:.*[\\/])?(?<file>[^\\/\r\n]+\.cs):line (?<line>[0-9]+)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex Frame();
}
