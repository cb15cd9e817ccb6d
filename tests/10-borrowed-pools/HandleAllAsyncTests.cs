using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.BorrowedPools;

[Kata(3, typeof(Requests), nameof(Requests.HandleAllAsync))]
public class HandleAllAsyncTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    [Test]
    public async Task All_requests_are_under_way_at_once_and_block_no_thread()
    {
        const int count = 500;
        using var pool = new FixedThreadPool(4);
        var threads = new ThreadCheck();
        var meter = new OverlapMeter("the 500 requests", Limit);
        var answer = new TaskCompletionSource<int>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        var requests = Enumerable.Repeat(Ask, count).ToList();

        Task<int[]> all;
        bool poolIsFree;
        try
        {
            all = HangGuard.Run(
                () =>
                {
                    threads.Caller = Thread.CurrentThread;
                    return Requests.HandleAllAsync(requests);
                },
                "HandleAllAsync to come back to its caller while no request has an answer",
                limit: Limit
            );
            meter.WaitForInside(count);
            poolIsFree = FixedThreadPool.HasFree(pool.Threads);
        }
        finally
        {
            // Whoever blocked threads meanwhile gives them back for the next test.
            answer.SetResult(1);
        }

        Assert.That(
            poolIsFree,
            Is.True,
            $"All 500 requests wait for their answers. Expected all {pool.Threads} threads of the pool to be free meanwhile, but at least one is blocked. Look for .Result, .Wait() and WaitAll."
        );
        Assert.That(await HangGuard.Finish(all, "500 answers"), Has.Length.EqualTo(count));
        Assert.That(
            meter.Total,
            Is.EqualTo(count),
            "Each of the 500 requests was to be called once. Look for a sequence that is computed anew whenever somebody goes through it: Select alone makes no list."
        );
        threads.AssertBorrowed();
        Assert.That(
            pool.IsUntouched,
            Is.True,
            "The pool belongs to the whole process. Expected its least and its most number of threads to stay as they were: a degree is a matter of this call only."
        );

        async Task<int> Ask()
        {
            threads.Note();
            using (meter.Enter())
                return await answer.Task;
        }
    }

    [Test]
    public void Two_threads_are_enough_for_any_number_of_requests()
    {
        using var slots = new FixedThreadTaskScheduler(2, Limit);
        Func<Task<int>> request = async () =>
        {
            await Task.Yield(); // goes on when one of the two slots is free
            return 1;
        };

        var all = slots.Run(() => Requests.HandleAllAsync([.. Enumerable.Repeat(request, 10)]));

        slots.WaitFor(all, "ten requests to be handled by a pool of two threads");
        Assert.That(all.GetAwaiter().GetResult(), Has.Length.EqualTo(10));
    }

    [Test]
    public async Task Answers_come_in_the_order_of_the_requests()
    {
        var answers = new[] { Answer(), Answer(), Answer() };
        var all = Requests.HandleAllAsync([
            .. answers.Select(answer => (Func<Task<int>>)(() => answer.Task)),
        ]);

        answers[2].SetResult(30);
        answers[1].SetResult(20);
        answers[0].SetResult(10);

        Assert.That(
            await all,
            Is.EqualTo(new[] { 10, 20, 30 }),
            "The last request was answered first. Each answer must stand where its request stands."
        );
    }

    [Test]
    public void A_failed_request_keeps_no_other_from_being_finished()
    {
        var last = Answer();
        var finished = false;
        var all = Requests.HandleAllAsync([
            () => Task.FromException<int>(new InvalidOperationException("burnt")),
            async () =>
            {
                await last.Task;
                finished = true;
                return 1;
            },
        ]);

        Assert.That(
            all.IsCompleted,
            Is.False,
            "One request has failed and one is still under way: the whole is finished when the last one is. Look at what is awaited: the requests one after the other, up to the first that fails, or all of them together."
        );
        last.SetResult(1);

        Assert.That(
            async () => await all,
            Throws.InvalidOperationException.With.Message.EqualTo("burnt")
        );
        Assert.That(
            finished,
            Is.True,
            "The other request was to be finished before the failure is told."
        );
    }

    [Test]
    public void Each_request_is_made_once_also_when_one_fails()
    {
        var calls = new int[3];

        Assert.That(
            async () =>
                await Requests.HandleAllAsync([
                    () => Called(0, Task.FromResult(1)),
                    () =>
                        Called(1, Task.FromException<int>(new InvalidOperationException("burnt"))),
                    () => Called(2, Task.FromResult(3)),
                ]),
            Throws.InvalidOperationException.With.Message.EqualTo("burnt")
        );

        Assert.That(
            string.Join(", ", calls),
            Is.EqualTo("1, 1, 1"),
            "(how often each of three requests was made, of which the second failed) Expected one call each, since an order that is placed twice is cooked twice. Look at what goes through the requests again to find the failure."
        );

        Task<int> Called(int request, Task<int> answer)
        {
            calls[request]++;
            return answer;
        }
    }

    [Test]
    public void A_request_that_fails_at_once_keeps_no_other_from_being_started()
    {
        var started = 0;

        Assert.That(
            async () =>
                await Requests.HandleAllAsync([
                    () => throw new InvalidOperationException("no such dish"),
                    () =>
                    {
                        started++;
                        return Task.FromResult(1);
                    },
                ]),
            Throws.InvalidOperationException.With.Message.EqualTo("no such dish")
        );

        Assert.That(
            started,
            Is.EqualTo(1),
            "The first request threw before it had a task to give back. The second one was to be started all the same."
        );
    }

    [Test]
    public void The_failure_that_is_told_is_the_first_in_the_order_of_the_requests()
    {
        var first = Answer();
        var second = Answer();
        var all = Requests.HandleAllAsync([
            () => Task.FromResult(1),
            () => first.Task,
            () => second.Task,
        ]);

        second.SetException(new FormatException("no such bowl"));
        first.SetException(new InvalidOperationException("burnt"));

        Assert.That(
            async () => await all,
            Throws.InvalidOperationException.With.Message.EqualTo("burnt"),
            "The third request failed before the second one did. Expected the failure of the second to be told: what the caller sees must not depend on which was quicker."
        );
    }

    [Test]
    public void A_failure_before_the_first_await_is_told_in_the_order_of_the_requests()
    {
        var first = Answer();
        var all = Requests.HandleAllAsync([
            () => first.Task,
            () => throw new FormatException("no such bowl"),
        ]);

        first.SetException(new InvalidOperationException("burnt"));

        Assert.That(
            async () => await all,
            Throws.InvalidOperationException.With.Message.EqualTo("burnt"),
            "The second request threw before it had a task to give back, and the first one failed later. Expected the failure of the first to be told: what the caller sees must not depend on which was quicker."
        );
    }

    [Test]
    public void The_failure_that_is_told_is_the_very_exception()
    {
        var burnt = new InvalidOperationException("burnt", new FormatException("why"));
        var all = Requests.HandleAllAsync([
            () => Task.FromResult(1),
            () => Task.FromException<int>(burnt),
        ]);

        Assert.That(
            async () => await all,
            Throws.Exception.SameAs(burnt),
            "A request failed with an exception that has another one inside, its reason. Expected the request's exception, as it is. Look for what takes it apart or wraps it."
        );
    }

    [Test]
    public void A_request_that_was_cancelled_is_no_answer()
    {
        var last = Answer();
        var all = Requests.HandleAllAsync([
            () => Task.FromCanceled<int>(new CancellationToken(canceled: true)),
            () => last.Task,
        ]);
        var wasDone = all.IsCompleted;
        last.SetResult(1);

        Assert.That(
            async () => await all,
            Throws.InstanceOf<OperationCanceledException>(),
            "The first request was cancelled, so there is no answer to give back in its place."
        );
        Assert.That(wasDone, Is.False, "The other request was still under way.");
    }

    [Test]
    public async Task No_requests_have_no_answers() =>
        Assert.That(await Requests.HandleAllAsync([]), Is.Empty);

    /// <summary>Whoever waits for it goes on at once, so that requests are done in the order in which they are answered, and not in the pool's.</summary>
    private static TaskCompletionSource<int> Answer() => new();
}
