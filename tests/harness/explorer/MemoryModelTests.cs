using System.Reflection;
using Katas.Corpus;
using Katas.Harness.Explorer.Verdicts;

namespace Katas.Harness.Explorer;

/// <summary>What .NET's memory model allows is what the explorer shows, no less and no more; but for load buffering, of which it shows less.</summary>
public class MemoryModelTests
{
    private static readonly ExplorerOptions Weak = new()
    {
        Memory = MemoryModel.DotNet,
        Schedules = 100_000,
        TotalSteps = 2_000_000,
        Output = TextWriter.Null,
    };

    // Plain: any access may overtake another to a different place.
    [TestCase(nameof(Litmus.StoreBufferingPlain), "00 01 10 11")]
    // A volatile write releases and a volatile read acquires; neither keeps the read from overtaking the write.
    [TestCase(nameof(Litmus.StoreBufferingVolatile), "00 01 10 11")]
    [TestCase(nameof(Litmus.StoreBufferingFenced), "01 10 11")]
    [TestCase(nameof(Litmus.StoreBufferingFencedOnOneSide), "00 01 10 11")]
    [TestCase(nameof(Litmus.StoreBufferingInterlocked), "01 10 11")]
    // They are no full fence, not even both.
    [TestCase(nameof(Litmus.StoreBufferingBarriers), "00 01 10 11")]
    [TestCase(nameof(Litmus.MessagePassingPlain), "00 01 10 11")]
    [TestCase(nameof(Litmus.MessagePassingVolatileWrite), "00 01 10 11")]
    [TestCase(nameof(Litmus.MessagePassingVolatileRead), "00 01 10 11")]
    [TestCase(nameof(Litmus.MessagePassingVolatile), "00 01 11")]
    [TestCase(nameof(Litmus.MessagePassingByOldNames), "00 01 11")]
    [TestCase(nameof(Litmus.MessagePassingFenced), "00 01 11")]
    [TestCase(nameof(Litmus.MessagePassingBarriers), "00 01 11")]
    [TestCase(nameof(Litmus.MessagePassingBarrierToVolatileRead), "00 01 11")]
    [TestCase(nameof(Litmus.MessagePassingWriteBarriers), "00 01 10 11")]
    [TestCase(nameof(Litmus.MessagePassingReadBarriers), "00 01 10 11")]
    [TestCase(nameof(Litmus.MessagePassingLocked), "00 01 11")]
    [TestCase(nameof(Litmus.CoherenceOfReads), "00 01 11")]
    [TestCase(nameof(Litmus.CoherenceOfWrites), "agree")]
    [TestCase(nameof(Litmus.IndependentReadsPlain), "agree opposite")]
    // The specification orders the writes to one place only, so this is allowed, though no processor that .NET runs on shows it.
    [TestCase(nameof(Litmus.IndependentReadsVolatile), "agree opposite")]
    [TestCase(nameof(Litmus.IndependentReadsFenced), "agree")]
    [TestCase(nameof(Litmus.WriteToReadCausalityPlain), "000 001 010 011 100 101 110 111")]
    [TestCase(nameof(Litmus.WriteToReadCausalityVolatile), "000 001 010 011 100 101 111")]
    [TestCase(nameof(Litmus.TwoPlusTwoWritesPlain), "11 12 21 22")]
    [TestCase(nameof(Litmus.TwoPlusTwoWritesVolatile), "12 21 22")]
    [TestCase(nameof(Litmus.SPlain), "01 02 11 12")]
    [TestCase(nameof(Litmus.SVolatile), "01 02 11")]
    [TestCase(nameof(Litmus.RPlain), "10 11 20 21")]
    [TestCase(nameof(Litmus.RVolatile), "10 11 20 21")]
    [TestCase(nameof(Litmus.RFenced), "10 11 21")]
    // 11 is allowed, too, and not shown: each read would return what is written only after it.
    [TestCase(nameof(Litmus.LoadBuffering), "00 01 10")]
    [TestCase(nameof(Litmus.PublicationByReference), "12 none")]
    [TestCase(nameof(Litmus.ChangeAfterPublication), "00 01 20 21 none")]
    [TestCase(nameof(Litmus.PublicationByFlag), "1 none null")]
    [TestCase(nameof(Litmus.PublicationByVolatileFlag), "1 none")]
    [TestCase(nameof(Litmus.DoubleCheckedFlag), "1|1 1|null")]
    [TestCase(nameof(Litmus.DoubleCheckedPlain), "1|1")]
    [TestCase(nameof(Litmus.DoubleCheckedVolatile), "1|1")]
    [TestCase(nameof(Litmus.DoubleCheckedVolatileFlag), "1|1")]
    public void The_outcomes_allowed_are_the_outcomes_shown(string name, string allowed)
    {
        var shown = Outcomes(typeof(Litmus), name, out var result);

        Assert.That(shown, Is.EquivalentTo(allowed.Split(' ')), result.ToString());
        Assert.That(result.IsExhaustive, Is.True, result.ToString());
    }

    [TestCase(nameof(MessagePassing.ByReaderWriterLock), "00 01 11")]
    [TestCase(nameof(MessagePassing.BySpinLock), "00 01 11")]
    [TestCase(nameof(MessagePassing.ByChannel), "00 01 11")]
    [TestCase(nameof(MessagePassing.ByBlockingCollection), "00 01 11")]
    [TestCase(nameof(MessagePassing.ByCancellation), "00 01 11")]
    [TestCase(nameof(MessagePassing.ToAndFromParallel), "11")]
    [TestCase(nameof(MessagePassing.ToATimer), "1")]
    public void What_synchronises_hands_over_what_was_written_before(string name, string allowed)
    {
        var shown = Outcomes(typeof(MessagePassing), name, out var result);

        Assert.That(shown, Is.EquivalentTo(allowed.Split(' ')), result.ToString());
        Assert.That(result.IsExhaustive, Is.True, result.ToString());
    }

    [TestCase(nameof(MutualExclusion.DekkerVolatile), "alone|both")]
    [TestCase(nameof(MutualExclusion.DekkerFenced), "alone")]
    [TestCase(nameof(MutualExclusion.PetersonVolatile), "alone|both")]
    [TestCase(nameof(MutualExclusion.PetersonFenced), "alone")]
    [TestCase(nameof(MutualExclusion.SequenceLockPlain), "busy|torn|whole")]
    [TestCase(nameof(MutualExclusion.SequenceLockVolatile), "busy|torn|whole")]
    [TestCase(nameof(MutualExclusion.SequenceLockFenced), "busy|whole")]
    public void An_algorithm_without_locks_keeps_its_promise_with_the_fences_it_needs(
        string name,
        string allowed
    )
    {
        var shown = Outcomes(typeof(MutualExclusion), name, out var result);

        Assert.That(shown.Order(StringComparer.Ordinal), Is.EqualTo(allowed.Split('|')));
        Assert.That(result.IsExhaustive, Is.True, result.ToString());
    }

    [TestCase(nameof(StopFlags.Plain))]
    [TestCase(nameof(StopFlags.PlainThatCounts))]
    [TestCase(nameof(StopFlags.PlainThatYields))]
    public void A_loop_on_an_ordinary_flag_may_never_end(string name)
    {
        var e = Assert.Throws<LivelockException>(() => Check(name));

        Assert.That(
            e.Message,
            Does.Contain("may never end: the read of _stop may be done once, before the loop")
        );
    }

    [TestCase(nameof(StopFlags.VolatileField))]
    [TestCase(nameof(StopFlags.VolatileRead))]
    [TestCase(nameof(StopFlags.Locked))]
    public void A_loop_that_has_to_look_again_ends(string name) =>
        Assert.That(Check(name).IsExhaustive, Is.True);

    [Test]
    public void In_sequentially_consistent_memory_nothing_is_out_of_order()
    {
        var shown = Outcomes(
            typeof(Litmus),
            nameof(Litmus.StoreBufferingPlain),
            out _,
            Weak with
            {
                Memory = MemoryModel.SequentiallyConsistent,
            }
        );

        Assert.That(shown, Is.EquivalentTo(["01", "10", "11"]));
    }

    [Test]
    public void A_stack_without_locks_is_exhausted_within_the_default_schedules()
    {
        var result = Explorer.Check(
            () => TreiberStacks.TwoPushesAndTwoPops(Explorer.Together),
            new() { Memory = MemoryModel.DotNet, Output = TextWriter.Null }
        );

        Assert.That(
            result.ToString(),
            Does.EndWith("schedules: all interleavings in .NET's memory order")
        );
    }

    [TestCase(nameof(Litmus.StoreBufferingVolatile), "00")]
    [TestCase(nameof(Litmus.TwoPlusTwoWritesPlain), "11")]
    [TestCase(nameof(Litmus.MessagePassingPlain), "10")]
    public void What_only_a_weak_memory_shows_is_found_by_every_strategy_and_replayed(
        string name,
        string outcome
    )
    {
        var litmus = typeof(Litmus).GetMethod(name)!.CreateDelegate<Litmus.Program>();
        void Program() => Run.Expect(litmus(Explorer.Together) != outcome, outcome);

        foreach (var strategy in Enum.GetValues<Strategy>())
        {
            var found = Assert.Throws<ScheduleThrewException>(() =>
                Explorer.Check(Program, Weak with { Strategy = strategy })
            );
            var again = Assert.Throws<ScheduleThrewException>(() =>
                Explorer.Replay(found.Schedule, Program, Weak)
            );
            Assert.That(again.Schedule, Is.EqualTo(found.Schedule));
            Assert.That(found.Message, Does.Contain("nothing orders"));
        }
    }

    private static ExplorationResult Check(string flag)
    {
        var program = typeof(StopFlags).GetMethod(flag)!.CreateDelegate<Action<Action<Action[]>>>();
        return Explorer.Check(() => program(Explorer.Together), Weak);
    }

    private static HashSet<string> Outcomes(
        Type type,
        string name,
        out ExplorationResult result,
        ExplorerOptions? options = null
    )
    {
        var program = type.GetMethod(name, BindingFlags.Public | BindingFlags.Static)!
            .CreateDelegate<Litmus.Program>();
        var shown = new HashSet<string>(StringComparer.Ordinal);
        result = Explorer.Check(
            () => shown.Add(program(Explorer.Together).Replace(' ', '|')),
            options ?? Weak
        );
        return shown;
    }
}
