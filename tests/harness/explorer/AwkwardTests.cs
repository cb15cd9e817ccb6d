using Katas.Corpus;
using Katas.Harness.Explorer.Verdicts;

namespace Katas.Harness.Explorer;

/// <summary>Whatever a kata does, the exploration ends, and says what to change.</summary>
public class AwkwardTests
{
    private static readonly ExplorerOptions Quiet = new() { Output = TextWriter.Null };

    [Test]
    public void A_test_without_a_second_thread_is_reported() =>
        Fails<NothingToExploreException>(Awkward.StartsNoThread, "starts no second thread");

    [Test]
    public void A_test_that_decides_at_random_is_reported() =>
        Fails<NotRepeatableTestException>(Awkward.DecidesAtRandom, "random number");

    [Test]
    public void A_test_that_decides_by_the_clock_is_reported() =>
        Fails<NotRepeatableTestException>(Awkward.DecidesByTheClock, "a clock");

    [TestCase(nameof(Awkward.LocksOldly), "ReaderWriterLock..ctor, used at Awkward.cs:")]
    [TestCase(nameof(Awkward.CatchesWhatIsRefused), "ReaderWriterLock..ctor, used at Awkward.cs:")]
    [TestCase(
        nameof(Awkward.QueriesInParallel),
        "ParallelEnumerable.AsParallel, used at Awkward.cs:"
    )]
    [TestCase(nameof(Awkward.SharesALockWithOtherPrograms), "Mutex..ctor, used at Awkward.cs:")]
    [TestCase(
        nameof(Awkward.HandsOnAMethodOfAStructure),
        "CancellationToken.ThrowIfCancellationRequested, used at Awkward.cs:"
    )]
    [TestCase(
        nameof(Awkward.DerivesFromASourceWithADelay),
        "CancellationTokenSource..ctor, used at Awkward.cs:"
    )]
    public void What_is_not_modelled_is_named(string program, string expected) =>
        Fails<NotModelledException>(Program(program), expected);

    [TestCase(
        nameof(Awkward.SharesAStream),
        "except the order inside calls on MemoryStream (Awkward.cs:"
    )]
    [TestCase(
        nameof(Awkward.SharesAStreamOfTheProgram),
        "except the order inside calls on Log (Awkward.cs:"
    )]
    [TestCase(
        nameof(Awkward.SharesAWeakReference),
        "except the order inside calls on WeakReference (Awkward.cs:"
    )]
    [TestCase(
        nameof(Awkward.SortsWhatIsRead),
        "except the order inside calls on Int32[] (Awkward.cs:"
    )]
    [TestCase(
        nameof(Awkward.LooksForWhatIsWritten),
        "except the order inside calls on Int32[] (Awkward.cs:"
    )]
    [TestCase(
        nameof(Awkward.FillsASpanOfWhatIsRead),
        "except the order inside calls on Int32[] (Awkward.cs:"
    )]
    [TestCase(
        nameof(Awkward.FillsALargeArray),
        "except the order inside calls on Int32[] (Awkward.cs:"
    )]
    [TestCase(
        nameof(Awkward.WritesWhereACallOnALongArrayReads),
        "except the order inside calls on Int32[] (Awkward.cs:"
    )]
    [TestCase(
        nameof(Awkward.PrintsLines),
        "except the order in which threads call Console.Write (Awkward.cs:"
    )]
    [TestCase(
        nameof(Awkward.LooksForAFileThatAnotherWrites),
        "except the order in which threads call File.Delete (Awkward.cs:"
    )]
    [TestCase(
        nameof(Awkward.CountsThroughMemory),
        "except the order inside calls on Int32[] (Awkward.cs:"
    )]
    [TestCase(
        nameof(Awkward.CountsThroughAListsSpan),
        "except the order inside calls on List (Awkward.cs:"
    )]
    [TestCase(
        nameof(Awkward.LeavesAValueOnThePool),
        "except those in which a job of the pool finds what another has left in a ThreadLocal"
    )]
    [TestCase(
        nameof(Awkward.LeavesAFieldOnThePool),
        "except those in which a job of the pool finds what another has left in a ThreadLocal"
    )]
    public void What_two_threads_do_inside_the_framework_is_excepted(
        string program,
        string expected
    )
    {
        var result = Explorer.Check(Program(program), Quiet);

        Assert.That(result.ToString(), Does.Contain(expected));
        Assert.That(result.IsExhaustive, Is.False);
    }

    [Test]
    public void A_long_loop_of_the_test_alone_leaves_its_steps_to_the_others() =>
        Assert.That(Explorer.Check(Awkward.CountsForLongAlone, Quiet).IsExhaustive, Is.True);

    [Test]
    public void A_long_loop_of_a_thread_is_cut_and_no_livelock() =>
        Assert.That(
            Explorer.Check(Awkward.CountsForLongInAThread, Quiet).ToString(),
            Does.Contain("of each its first 1,000 steps")
        );

    [Test]
    public void A_loop_of_the_test_alone_that_never_ends_is_a_livelock() =>
        Fails<LivelockException>(Awkward.CountsWithoutEndAlone, "the test");

    [TestCase(nameof(Awkward.CountsUntilItIsStopped))]
    [TestCase(nameof(Awkward.CountsTwiceUntilItIsStopped))]
    public void A_loop_that_another_thread_ends_is_no_livelock_however_many_steps_a_round_takes(
        string program
    )
    {
        var result = Explorer.Check(Program(program), Quiet);

        Assert.That(
            result.IsExhaustive,
            Is.False,
            "each number of rounds is a schedule of its own"
        );
    }

    [TestCase(nameof(Awkward.SharesAStreamUnderALock))]
    [TestCase(nameof(Awkward.SharesAStreamOfTheProgramThatLocks))]
    public void What_a_lock_keeps_apart_is_not_excepted(string program) =>
        Assert.That(Explorer.Check(Program(program), Quiet).IsExhaustive, Is.True);

    [Test]
    public void An_array_that_a_lock_keeps_apart_is_not_excepted() =>
        Assert.That(Explorer.Check(Awkward.SortsUnderALock, Quiet).IsExhaustive, Is.True);

    [TestCase(nameof(Awkward.PrintsWhenTheOtherHasPrinted))]
    [TestCase(nameof(Awkward.LooksForAFileTwice))]
    [TestCase(nameof(Awkward.WritesWhereACallOnALongArrayHasRead))]
    public void A_call_that_others_come_after_or_leave_as_it_is_is_not_excepted(string program) =>
        Assert.That(
            Explorer.Check(Program(program), Quiet).ToString(),
            Does.EndWith("all interleavings")
        );

    [Test]
    public void A_list_that_the_framework_is_given_is_read() =>
        Fails<DataRaceException>(Awkward.JoinsAListThatGrows, "orders at once, and a List is");

    [Test]
    public void A_thread_that_the_test_itself_starts_is_reported() =>
        Fails<NotRepeatableTestException>(
            () =>
            {
                var book = new Counting();
                var thread = new Thread(book.Add);
                thread.Start();
                thread.Join();
            },
            "the test itself included"
        );

    [Test]
    public void A_thread_that_the_test_itself_starts_is_placed_at_the_volatile_field_it_writes() =>
        Fails<NotRepeatableTestException>(
            () =>
            {
                var book = new Counting();
                var thread = new Thread(book.Close);
                thread.Start();
                thread.Join();
            },
            "A thread that the explorer does not control has come to Counting.cs:"
        );

    [Test]
    public void A_task_that_the_test_itself_starts_is_reported() =>
        Fails<NotRepeatableTestException>(
            () =>
            {
                var book = new Counting();
                Explorer.Together(book.Add, () => Task.Run(book.Add).Wait());
            },
            "the test itself included"
        );

    [Test]
    public void A_call_that_never_comes_back_is_given_up()
    {
        var over = false;

        var e = Assert.Throws<UncontrolledWaitException>(() =>
            Explorer.Check(
                () =>
                    Explorer.Together(
                        () =>
                        {
                            while (!Volatile.Read(ref over)) { }
                        },
                        () => { }
                    ),
                Quiet with
                {
                    TimeLimit = TimeSpan.FromSeconds(3),
                }
            )
        );

        over = true;
        Assert.That(e.Message, Does.Contain("thread 1 is stuck in code that is not rewritten"));
    }

    [Test]
    public void A_call_that_blocks_uncontrolled_is_named() =>
        Fails<UncontrolledWaitException>(
            Awkward.BlocksInTheFramework,
            "FileSystemWatcher.WaitForChanged, called at Awkward.cs:"
        );

    [Test]
    public void A_call_that_blocks_once_the_schedule_is_over_is_named() =>
        Fails<UncontrolledWaitException>(
            Awkward.BlocksWhileItLeaves,
            "FileSystemWatcher.WaitForChanged, called at Awkward.cs:"
        );

    [Test]
    public void A_call_that_comes_back_when_all_leave_is_named_all_the_same() =>
        Fails<UncontrolledWaitException>(
            Awkward.BlocksUntilTheOthersLeave,
            "TextWriter.Write, called at Awkward.cs:"
        );

    [Test]
    public void A_loop_that_changes_things_endlessly_is_a_livelock() =>
        Fails<LivelockException>(Awkward.NeverEnds, "does not come to an end");

    [Test]
    public void A_loop_without_a_step_is_a_livelock() =>
        Fails<LivelockException>(Awkward.LoopsWithoutAStep, "does not come to an end");

    [Test]
    public void Catching_everything_does_not_keep_a_schedule_alive() =>
        Fails<DeadlockException>(Awkward.CatchesEverything, "wait for each other");

    [Test]
    public void Catching_everything_through_a_filter_does_not_keep_it_alive_either() =>
        Fails<DeadlockException>(Awkward.CatchesEverythingThroughAFilter, "wait for each other");

    [Test]
    public void A_deadlock_after_an_await_does_not_end_the_process() =>
        Fails<DeadlockException>(Awkward.BlocksAfterAnAwait, "something that nobody will do");

    [Test]
    public void A_failure_while_an_async_method_ends_does_not_end_the_process() =>
        Fails<ScheduleThrewException>(Awkward.FailsBeforeAnAsyncMethodEnds, "not cooked yet");

    [Test]
    public void Wrong_use_of_a_lock_throws_what_the_real_one_throws() =>
        Fails<ScheduleThrewException>(Awkward.ExitsWithoutEntering, "SynchronizationLockException");

    [TestCase(1, "ends in a livelock")]
    [TestCase(2, "ends in a livelock")]
    [TestCase(1_000, "more than 63 threads and continuations")]
    public void An_async_iterator_is_left_where_the_schedule_ends(int steps, string expected)
    {
        var e = Assert.Catch<ExplorationException>(() =>
            Explorer.Check(Awkward.AsksAgainAndAgainInAnAsyncIterator, Quiet with { Steps = steps })
        );
        Assert.That(e.Message, Does.Contain(expected));
    }

    [TestCase("its threads")]
    [TestCase("a pulse")]
    public void A_wait_of_the_test_is_reported_however_it_is_worded(string what) =>
        Fails<DeadlockException>(
            () => Explorer.Together(() => Explorer.WaitUntil(() => false, what)),
            $"thread 1 waits for {what} the test"
        );

    [Test]
    public void Each_schedule_begins_with_the_same_statics() =>
        Assert.That(Explorer.Check(Awkward.KeepsAStatic, Quiet).IsExhaustive, Is.True);

    [Test]
    public void Each_schedule_begins_with_the_same_statics_of_a_generic_type() =>
        Assert.That(
            Explorer.Check(Awkward.KeepsStaticsOfAGenericType, Quiet).IsExhaustive,
            Is.True
        );

    [Test]
    public void A_handler_of_the_framework_is_taken_off_an_event() =>
        Assert.That(
            Explorer.Check(Awkward.TakesHandlersOfTheFrameworkOff, Quiet).IsExhaustive,
            Is.True
        );

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

    private static Action Program(string name) =>
        typeof(Awkward).GetMethod(name)!.CreateDelegate<Action>();

    private static void Fails<T>(Action program, string expected)
        where T : ExplorationException
    {
        var e = Assert.Throws<T>(() => Explorer.Check(program, Quiet));
        Assert.That(e.Message, Does.Contain(expected));
    }
}
