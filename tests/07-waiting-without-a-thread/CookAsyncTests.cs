using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.WaitingWithoutAThread;

[Kata(1, typeof(Chef), nameof(Chef.CookAsync))]
public class CookAsyncTests
{
    private ManualTimeProvider _clock = null!;

    [SetUp]
    public void Make_a_clock() => _clock = new ManualTimeProvider();

    [Test]
    public void A_bowl_takes_eight_minutes_and_not_ten()
    {
        var kitchen = new ClockKitchen(_clock);

        var cooking = Start(kitchen);
        _clock.RunUntil(cooking, "the bowl to be served");

        AssertServed(cooking, "miso");
        Assert.That(
            _clock.Elapsed,
            Is.EqualTo(TimeSpan.FromMinutes(8)),
            $"Boiling takes 3 minutes, preparing 2, cooking 4, serving 1. Look at which steps overlap.\n{kitchen.Log.InOneLine()}"
        );
    }

    [Test]
    public void The_chef_prepares_while_the_water_boils()
    {
        var kitchen = new ClockKitchen(_clock);

        _ = Start(kitchen);
        kitchen.Log.WaitFor("boil begins");
        kitchen.Log.WaitFor("prepare begins");

        Assert.That(
            _clock.Elapsed,
            Is.EqualTo(TimeSpan.Zero),
            "Expected both steps to begin at once. Look at which call comes before the first await."
        );
    }

    [Test]
    public void Noodles_are_cooked_in_boiling_water_with_everything_at_hand()
    {
        var kitchen = new ClockKitchen(_clock);

        _clock.RunUntil(Start(kitchen), "the bowl to be served");

        var log = kitchen.Log;
        Assert.That(
            log.Before("boil ends", "cook begins")
                && log.Before("prepare ends", "cook begins")
                && log.Before("cook ends", "serve begins"),
            $"Expected the noodles to be cooked when the water boils and all is prepared, and served when they are cooked. Look at what is awaited before each step.\n{log.InOneLine()}"
        );
    }

    [Test]
    public void CookAsync_borrows_no_thread()
    {
        var kitchen = new ClockKitchen(_clock);

        var caller = HangGuard.Run(
            () =>
            {
                _ = Chef.CookAsync(kitchen, CancellationToken.None);
                return Environment.CurrentManagedThreadId;
            },
            "CookAsync to come back to its caller while it waits"
        );
        kitchen.Log.WaitFor("boil begins");

        Assert.That(
            kitchen.Log.Entries[0].ThreadId,
            Is.EqualTo(caller),
            $"The first step did not begin on the calling thread. The kitchen does the waiting; one thread more has nothing to do.\n{kitchen.Log.InOneLine()}"
        );
    }

    [Test]
    public void CookAsync_goes_on_where_there_is_one_thread_only()
    {
        var context = new PumpingSynchronizationContext();

        var cooking = HangGuard.Run(
            () => context.Run(() => Chef.CookAsync(new YieldingKitchen(), CancellationToken.None)),
            "CookAsync to come back to the only thread of its context",
            context.Describe
        );
        context.PumpUntil(cooking, "the bowl to be served");

        AssertServed(cooking, "shoyu");
        Assert.That(
            context.AsyncVoids,
            Is.Zero,
            "An async void method was started. Nobody can wait for its end, and nobody can catch what it throws."
        );
    }

    [Test]
    public void Steps_that_are_done_at_once_need_no_other_thread()
    {
        var kitchen = new QuickKitchen();

        var (caller, cooking) = HangGuard.Run(
            () =>
                (
                    Environment.CurrentManagedThreadId,
                    Chef.CookAsync(kitchen, CancellationToken.None)
                ),
            "CookAsync to come back to its caller"
        );
        var isDone = cooking.IsCompleted;
        kitchen.Log.WaitFor("serve");

        Assert.That(
            (isDone, kitchen.Log.Entries.All(entry => entry.ThreadId == caller)),
            Is.EqualTo((true, true)),
            $"(whether the bowl was there when CookAsync came back, and whether all was done on the calling thread): no step had to wait, so there was no reason to use another thread. Look for a step that is handed to one.\n{kitchen.Log.InOneLine()}"
        );
    }

    [TestCase("boil", "cook")]
    [TestCase("prepare", "cook")]
    [TestCase("cook", "serve")]
    [TestCase("serve", "clean up")]
    public void The_exception_of_a_step_reaches_the_caller_and_no_later_step_begins(
        string broken,
        string later
    )
    {
        var kitchen = new ClockKitchen(_clock) { Broken = broken };

        var cooking = Start(kitchen);
        _clock.RunUntil(cooking, "CookAsync to end after a step has failed");

        Assert.That(
            cooking.Exception?.InnerException,
            Is.SameAs(kitchen.Failure),
            $"The step '{broken}' failed, and the caller did not get its exception. An exception is thrown only where its task is awaited.\n{kitchen.Log.InOneLine()}"
        );
        AssertNeverBegan(kitchen, later);
    }

    [TestCase("boil", "prepare")]
    [TestCase("prepare", "boil")]
    public void A_failure_does_not_leave_the_other_step_to_itself(string broken, string other)
    {
        var kitchen = new ClockKitchen(_clock) { Broken = broken };

        _clock.RunUntil(Start(kitchen), "CookAsync to end after a step has failed");

        Assert.That(
            kitchen.Log.Count($"{other} ends"),
            Is.EqualTo(kitchen.Log.Count($"{other} begins")),
            $"CookAsync ended while the step '{other}' was still under way, and nobody will ever ask how that one ended.\n{kitchen.Log.InOneLine()}"
        );
    }

    [TestCase("boil", "cook", 0)]
    [TestCase("prepare", "cook", 0)]
    [TestCase("cook", "serve", 3)]
    [TestCase("serve", "clean up", 3 + 4)]
    public async Task A_cancellation_reaches_the_step_under_way_and_no_later_one_begins(
        string step,
        string later,
        int minutes
    )
    {
        var kitchen = new ClockKitchen(_clock);
        using var stop = new CancellationTokenSource();
        var cooking = Start(kitchen, stop.Token);
        CookUntil(kitchen, step, minutes);

        await stop.CancelAsync();
        await HangGuard.Finish(
            Task.WhenAny(cooking),
            $"CookAsync to give up the bowl while '{step}' is under way",
            kitchen.Log.InWords
        );

        Assert.That(
            (cooking.IsCanceled, kitchen.Log.Count($"{step} given up")),
            Is.EqualTo((true, 1)),
            $"(whether the task is cancelled, and how often '{step}' was given up): the bowl was cancelled during '{step}'. Look at which token each step is given.\n{kitchen.Log.InOneLine()}"
        );
        AssertNeverBegan(kitchen, later);
    }

    [TestCase("boil", 0)]
    [TestCase("prepare", 0)]
    [TestCase("cook", 3)]
    [TestCase("serve", 3 + 4)]
    public async Task A_cancelled_bowl_waits_for_a_step_that_does_not_listen(
        string step,
        int minutes
    )
    {
        var kitchen = new ClockKitchen(_clock) { Deaf = step };
        using var stop = new CancellationTokenSource();
        var cooking = Start(kitchen, stop.Token);
        CookUntil(kitchen, step, minutes);

        await stop.CancelAsync();
        var early = cooking.IsCompleted;
        var seen = kitchen.Log.InOneLine();
        _clock.RunUntil(cooking, "CookAsync to end after its steps have ended");

        Assert.That(
            early,
            Is.False,
            $"The bowl was cancelled during '{step}', which does not listen. Expected CookAsync to end when no step is under way any more, and it ended before: somebody cooks on in a kitchen that the caller believes empty. Look for what gives up the waiting instead of the step.\n{seen}"
        );
    }

    /// <summary>Lets the minutes pass until a step is under way.</summary>
    private void CookUntil(ClockKitchen kitchen, string step, int minutes)
    {
        // One step after the other: what goes on after a step need not do so on the thread that moves the clock.
        foreach (var (next, before) in new[] { ("boil", 0), ("cook", 3), ("serve", 4) })
        {
            if (_clock.Elapsed.TotalMinutes + before > minutes)
                break;
            _clock.Advance(TimeSpan.FromMinutes(before));
            kitchen.Log.WaitFor($"{next} begins");
            _clock.WaitForTimers(1);
        }
        kitchen.Log.WaitFor($"{step} begins");
    }

    private static void AssertServed(Task<Bowl> cooking, string name) =>
        Assert.That(
            (cooking.Status, cooking.IsCompletedSuccessfully ? cooking.Result.Name : null),
            Is.EqualTo((TaskStatus.RanToCompletion, name)),
            "(how CookAsync ended, and with which bowl): expected the bowl that the kitchen serves. Look at what the last step gives back."
        );

    private static void AssertNeverBegan(ClockKitchen kitchen, string step) =>
        Assert.That(
            kitchen.Log.Count($"{step} begins"),
            Is.Zero,
            $"Expected the step '{step}' never to begin: the one before it had not ended well. Look at what is awaited before it.\n{kitchen.Log.InOneLine()}"
        );

    private static Task<Bowl> Start(
        ClockKitchen kitchen,
        CancellationToken cancellationToken = default
    ) =>
        HangGuard.Run(
            () => Chef.CookAsync(kitchen, cancellationToken),
            "CookAsync to come back to its caller while it waits",
            kitchen.Log.InWords
        );

    /// <summary>A kitchen in which each step is done when its task is given back.</summary>
    private sealed class QuickKitchen : IKitchen
    {
        public EventLog Log { get; } = new();

        public Task BoilWaterAsync(CancellationToken cancellationToken) => DoAsync("boil");

        public Task PrepareAsync(CancellationToken cancellationToken) => DoAsync("prepare");

        public Task CookNoodlesAsync(CancellationToken cancellationToken) => DoAsync("cook");

        public Task<Bowl> ServeAsync(CancellationToken cancellationToken) => DoAsync("serve");

        private Task<Bowl> DoAsync(string step)
        {
            Log.Add(step);
            return Task.FromResult(new Bowl("shio"));
        }
    }

    /// <summary>A kitchen in which each step has to come back to its context once.</summary>
    private sealed class YieldingKitchen : IKitchen
    {
        public async Task BoilWaterAsync(CancellationToken cancellationToken) => await Task.Yield();

        public async Task PrepareAsync(CancellationToken cancellationToken) => await Task.Yield();

        public async Task CookNoodlesAsync(CancellationToken cancellationToken) =>
            await Task.Yield();

        public async Task<Bowl> ServeAsync(CancellationToken cancellationToken)
        {
            await Task.Yield();
            return new Bowl("shoyu");
        }
    }
}
