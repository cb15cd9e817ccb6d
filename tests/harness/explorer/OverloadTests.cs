using System.Reflection;
using Katas.Corpus;

namespace Katas.Harness.Explorer;

/// <summary>Less used overloads are controlled as the plain ones are, or refused by name; none ends in a false verdict.</summary>
public class OverloadTests
{
    private static readonly ExplorerOptions Quiet = new() { Output = TextWriter.Null };

    public static IEnumerable<string> Programs =>
        typeof(Overloads)
            .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(method => method.Name)
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Programs))]
    public void A_correct_program_survives_all_interleavings(string name)
    {
        var program = typeof(Overloads).GetMethod(name)!.CreateDelegate<Action>();

        var result = Explorer.Check(program, Quiet);

        Assert.That(result.IsExhaustive, Is.True, result.ToString());
    }

    // Rewritten code runs outside an exploration, too.
    [TestCase(nameof(LongTimers.NewSource))]
    [TestCase(nameof(LongTimers.CancelAfter))]
    [TestCase(nameof(LongTimers.Delay))]
    [TestCase(nameof(LongTimers.DelayOfItsOwnClock))]
    [TestCase(nameof(LongTimers.WaitAsync))]
    [TestCase(nameof(LongTimers.WaitAsyncOfItsOwnClock))]
    public void A_timer_takes_as_long_as_the_frameworks(string name)
    {
        var call = typeof(LongTimers).GetMethod(name)!.CreateDelegate<Action<TimeSpan>>();
        var (month, tooLong) = (TimeSpan.FromDays(30), TimeSpan.FromDays(50));
        void Explored(TimeSpan time) =>
            Explorer.Check(() => Explorer.Together(() => call(time), () => { }), Quiet);

        Assert.That(() => call(month), Throws.Nothing);
        Assert.That(() => Explored(month), Throws.Nothing);
        Assert.That(() => call(tooLong), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => Explored(tooLong),
            Throws.InnerException.InstanceOf<ArgumentOutOfRangeException>()
        );
    }

    [Test]
    public void The_closing_line_says_that_a_registered_wait_is_seen_twice_at_most()
    {
        var result = Explorer.Check(HandleThatStaysSet.Calls, Quiet);

        Assert.That(
            result.ToString(),
            Does.EndWith(
                ": all interleavings, except those in which a registered wait sees its handle set a third time while others could go on"
            )
        );
    }

    [TestCase(nameof(Cancellations.EntersASemaphore))]
    [TestCase(nameof(Cancellations.PassesAnEvent))]
    [TestCase(nameof(Cancellations.GivesUpAfterAWhile))]
    [TestCase(nameof(Cancellations.BeginsATask))]
    public void A_cancellation_comes_before_and_after_what_it_cancels(string name)
    {
        var program = typeof(Cancellations).GetMethod(name)!.CreateDelegate<Func<bool>>();
        var ends = new HashSet<bool>();

        Explorer.Check(() => ends.Add(program()), Quiet);

        Assert.That(ends, Is.EquivalentTo([true, false]));
    }
}
