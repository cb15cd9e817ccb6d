using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.BorrowedPools;

[Kata(3, typeof(Requests), nameof(Requests.HandleAllAsync))]
public class HandleAllAsyncTests
{
    [Test]
    public async Task All_requests_are_under_way_at_once()
    {
        const int count = 500;
        var meter = new OverlapMeter("the 500 requests");
        var answer = new TaskCompletionSource<int>();
        var requests = Enumerable.Repeat(Ask, count).ToList();

        Task<int[]> all;
        try
        {
            all = HangGuard.Run(
                () => Requests.HandleAllAsync(requests),
                "HandleAllAsync to come back to its caller while no request has an answer"
            );
            meter.WaitForInside(count);
        }
        finally
        {
            // Whoever blocked threads meanwhile gives them back for the next test.
            answer.SetResult(1);
        }

        Assert.That(await HangGuard.Finish(all, "500 answers"), Has.Length.EqualTo(count));

        async Task<int> Ask()
        {
            using (meter.Enter())
                return await answer.Task;
        }
    }

    [Test]
    public void Two_threads_are_enough_for_any_number_of_requests()
    {
        using var slots = new FixedThreadTaskScheduler(2);
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
            "One request has failed and one is still under way: the whole is finished when the last one is."
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
    public async Task No_requests_have_no_answers() =>
        Assert.That(await Requests.HandleAllAsync([]), Is.Empty);

    /// <summary>Whoever waits for it goes on at once, so that requests are done in the order in which they are answered, and not in the pool's.</summary>
    private static TaskCompletionSource<int> Answer() => new();
}
