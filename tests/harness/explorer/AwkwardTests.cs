using Katas.Corpus;
using Katas.Harness.Explorer.Rewriting;
using Katas.Harness.Explorer.Verdicts;

namespace Katas.Harness.Explorer;

/// <summary>Whatever a kata does, the exploration ends, and says what to change.</summary>
public class AwkwardTests
{
    private static readonly ExplorerOptions Quiet = new() { Output = TextWriter.Null };

    [Test]
    public void A_test_without_a_second_thread_is_told_so() =>
        Fails<NothingToExploreException>(Awkward.StartsNoThread, "starts no second thread");

    [Test]
    public void A_test_that_decides_at_random_is_told_so() =>
        Fails<NotRepeatableTestException>(Awkward.DecidesAtRandom, "random number");

    [Test]
    public void A_call_that_blocks_uncontrolled_is_named() =>
        Fails<UncontrolledWaitException>(
            Awkward.BlocksInACollection,
            "BlockingCollection<Int32>.Take, called at Awkward.cs:"
        );

    [Test]
    public void A_loop_that_changes_things_for_ever_is_a_livelock() =>
        Fails<LivelockException>(Awkward.NeverEnds, "does not come to an end");

    [Test]
    public void A_loop_without_a_step_is_a_livelock() =>
        Fails<LivelockException>(Awkward.LoopsWithoutAStep, "does not come to an end");

    [Test]
    public void Catching_everything_does_not_keep_a_schedule_alive() =>
        Fails<DeadlockException>(Awkward.CatchesEverything, "wait for each other");

    [Test]
    public void Wrong_use_of_a_lock_throws_what_the_real_one_throws() =>
        Fails<ScheduleThrewException>(Awkward.ExitsWithoutEntering, "SynchronizationLockException");

    [Test]
    public void Each_schedule_begins_with_the_same_statics() =>
        Assert.That(Explorer.Check(Awkward.KeepsAStatic, Quiet).IsExhaustive, Is.True);

    [Test]
    public void A_lock_may_be_entered_again_by_its_holder() =>
        Assert.That(
            Explorer.Check(Awkward.Sums, Quiet).ToString(),
            Is.EqualTo("explored 2 schedules: all interleavings")
        );

    [Test]
    public void An_exploration_inside_another_is_refused() =>
        Fails<ScheduleThrewException>(
            () => Explorer.Check(Awkward.Sums, Quiet),
            "cannot start inside another"
        );

    [Test]
    public void Together_outside_an_exploration_is_refused() =>
        Assert.That(
            () => Explorer.Together(() => { }),
            Throws.InvalidOperationException.With.Message.Contains("inside Explorer.Check")
        );

    [Test]
    public void An_assembly_that_is_not_there_is_an_error() =>
        Assert.That(
            Rewriter.Rewrite("nowhere.dll", "out.dll").Error,
            Does.Contain("There is no file")
        );

    [Test]
    public void An_assembly_that_is_rewritten_already_is_an_error() =>
        Assert.That(
            Rewriter.Rewrite(typeof(Run).Assembly.Location, Out).Error,
            Does.Contain("is rewritten already")
        );

    [Test]
    public void An_assembly_without_symbols_is_an_error()
    {
        var lonely = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.dll");
        File.Copy(typeof(Rewriter).Assembly.Location, lonely);

        var result = Rewriter.Rewrite(lonely, Out);

        File.Delete(lonely);
        Assert.That(result.Error, Does.Contain("has no symbols"));
    }

    [Test]
    public void What_is_no_assembly_is_an_error()
    {
        var text = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.dll");
        File.WriteAllText(text, "ramen");

        var result = Rewriter.Rewrite(text, Out);

        File.Delete(text);
        Assert.That(result.Error, Does.Contain("is no .NET assembly"));
    }

    private static string Out => Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.out.dll");

    private static void Fails<T>(Action program, string saying)
        where T : ExplorationException
    {
        var e = Assert.Throws<T>(() => Explorer.Check(program, Quiet));
        Assert.That(e.Message, Does.Contain(saying));
    }
}
