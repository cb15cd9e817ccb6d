using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.SeparateKitchens;

[Kata(2, typeof(WorkerProcess), nameof(WorkerProcess.AskAsync))]
public class AskTests : KitchenTest
{
    [Test]
    public async Task A_question_is_answered_in_any_alphabet()
    {
        var worker = Start();

        var echo = await Soon(worker.AskAsync("echo 라면 🍜 with egg = good"), "an answer");
        var unicode = await Soon(worker.AskAsync("unicode"), "another answer");

        Assert.That(
            $"{echo}, {unicode}",
            Is.EqualTo("라면 🍜 with egg = good, 라면 한 그릇 🍜"),
            "Expected letters to arrive as they were sent. Look at the encodings of the three streams."
        );
    }

    [Test]
    public async Task Many_who_ask_at_once_each_get_their_own_answer()
    {
        var worker = Start();

        var answers = Enumerable.Range(0, 20).Select(i => worker.AskAsync($"echo {i}")).ToArray();

        Assert.That(
            await Soon(
                Task.WhenAll(answers),
                "the answers to twenty questions that were asked at once",
                "Look at how a question finds the answer that belongs to it."
            ),
            Is.EqualTo(Enumerable.Range(0, 20).Select(i => $"{i}")),
            "Answers carry no names. Look at how a question finds the answer that belongs to it."
        );
    }

    [Test]
    public void The_first_answer_is_for_the_first_question_whoever_runs_first()
    {
        var worker = Start();
        var context = new NewestFirstContext();

        var answers = context.Run(() =>
            Task.WhenAll(Enumerable.Range(0, 20).Select(i => worker.AskAsync($"echo {i}")))
        );

        Assert.That(
            context.RunUntil(answers, WaitLimit),
            Is.True,
            "Twenty questions were asked at once, where whoever began to wait last runs first, and not all were answered. Look at how a question finds the answer that belongs to it."
        );
        Assert.That(
            answers.GetAwaiter().GetResult(),
            Is.EqualTo(Enumerable.Range(0, 20).Select(i => $"{i}")),
            "Twenty questions were asked at once, where whoever began to wait last runs first. Expected each to get its own answer. Look at whether an answer is for whoever runs first when it comes."
        );
    }

    [Test]
    public async Task An_answer_is_what_stands_behind_the_mark()
    {
        var worker = Start();

        string[] answers =
        [
            await Soon(worker.AskAsync("echo   two spaces before, one behind "), "an answer"),
            await Soon(worker.AskAsync("echo"), "an answer that is empty"),
            await Soon(worker.AskAsync("echo = 2"), "an answer that begins with the mark"),
        ];

        Assert.That(
            string.Join('|', answers),
            Is.EqualTo("  two spaces before, one behind ||= 2"),
            "Expected all that stands behind the \"= \" of an answer, and nothing else: blanks are part of it, and it may be empty."
        );
    }

    [Test]
    public async Task A_question_may_be_longer_than_a_pipe()
    {
        // Three bytes each: a letter may come in two parts, wherever a reader stops.
        var text = new string('라', 70_000);
        var worker = Start("flood out 300");

        var answer = await Soon(
            Task.Run(() => worker.AskAsync($"echo {text}")),
            "the answer to a question of 210 KB, to a worker that writes 300 KB before it reads",
            "Look at whether reading has to wait until something is written."
        );

        Assert.That(
            (answer.Length, answer == text),
            Is.EqualTo((text.Length, true)),
            "(its length, and whether it is the same): expected the long question to come back whole, and the talk before it not to count. Look at what becomes of a letter that is read in two parts."
        );
    }

    [Test]
    public async Task Whoever_waits_for_an_answer_blocks_no_thread()
    {
        const int Questions = 6;
        using var pool = new FixedThreadPool(10);
        var worker = Start();
        await Soon(worker.AskAsync("pid"), "the worker to be up");
        var held = Enumerable
            .Range(0, Questions)
            .Select(_ => Task.Run(() => worker.AskAsync($"hold {Folder}")))
            .ToArray();

        // Reading the two outputs may keep a thread each, on some systems.
        var poolIsFree = FixedThreadPool.HasFree(pool.Threads - Questions + 1);
        File.Create(Path.Combine(Folder, "open")).Dispose();
        await Soon(Task.WhenAll(held), "six answers");

        Assert.That(
            poolIsFree,
            Is.True,
            $"{Questions} guests waited for their answers, and about as many threads of the pool were blocked. Look for .Result, .Wait() and Task.Run around something that blocks."
        );
    }

    [Test]
    public async Task Whoever_has_an_answer_may_block_and_the_worker_is_read_all_the_same()
    {
        var worker = Start();
        var held = worker.AskAsync($"hold {Folder}");
        // Goes on at once where the answer came, and blocks there, as code without await does.
        var next = held.ContinueWith(
            _ => PolledWait.Await(worker.AskAsync("echo next"), WaitLimit).GetAwaiter().GetResult(),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );

        File.Create(Path.Combine(Folder, "open")).Dispose();
        await Soon(held, "the answer to the first question");

        Assert.That(
            await next,
            Is.True,
            "Whoever got the first answer asked again and blocked until the second came, which did not. Look at who goes on when an answer is set: the loop that reads the answers has to go on reading."
        );
    }

    [Test]
    public async Task Talk_is_no_answer()
    {
        var worker = Start();

        var flooded = await Soon(
            worker.AskAsync("flood out 300"),
            "an answer behind 300 lines of talk",
            "Look for the line that begins with \"= \"."
        );
        var after = await Soon(worker.AskAsync("echo still here"), "the answer after it");

        Assert.That(
            $"{flooded}, {after}",
            Is.EqualTo("flooded, still here"),
            "Only a line that begins with \"= \" is an answer, and the answer is what comes after that."
        );
    }

    [TestCase("x = 5")]
    [TestCase("=5")]
    [TestCase("")]
    public async Task Talk_with_something_like_the_mark_is_no_answer(string talk)
    {
        var worker = Start();

        var talked = await Soon(
            worker.AskAsync($"talk {talk}"),
            "an answer behind talk that has something like the mark",
            "No line is the end of what a worker says, a blank one neither: look at what ends the reading."
        );

        Assert.That(
            talked,
            Is.EqualTo("talked"),
            $"The worker said '{talk}', and then '= talked'. Only a line that begins with \"= \", the blank included, is an answer: look at where in a line the mark is looked for, and at the whole of it."
        );
    }

    [Test]
    public async Task A_worker_that_talks_unasked_need_not_wait()
    {
        var worker = Start();
        var done = Path.Combine(Folder, "done");

        var first = await Soon(worker.AskAsync($"chatter {done}"), "the answer");
        await Signal(
            done,
            "After its answer it writes 300 KB that nobody has asked for. Look at who reads its output between two questions."
        );

        Assert.That(first, Is.EqualTo("listen"), "Expected the answer, and not the talk after it.");
        var next = await Soon(worker.AskAsync("echo on"), "an answer after the talk");
        Assert.That(
            next,
            Is.EqualTo("on"),
            "Expected the answer to the second question, and not the talk before it."
        );
    }

    [Test]
    public async Task A_question_takes_nothing_from_what_stands_in_the_errors()
    {
        var worker = Start();
        foreach (var complaint in (string[])["burnt", "salty"])
            await Soon(worker.AskAsync($"complain {complaint}"), "an answer");

        await Holds(
            () => worker.Errors.Contains("salty", StringComparison.Ordinal),
            "Expected Errors to hold what the worker wrote to its standard error."
        );

        Assert.That(
            worker.Errors,
            Does.Contain("burnt"),
            "The worker was asked twice, and wrote to its standard error each time. Expected Errors to hold all that it has written so far. Look at what a question does to it."
        );
    }

    [Test]
    public async Task Statics_are_not_shared_between_processes()
    {
        var (one, other) = (Start(), Start());

        string[] counts =
        [
            await Soon(one.AskAsync("count"), "an answer"),
            await Soon(one.AskAsync("count"), "an answer"),
            await Soon(other.AskAsync("count"), "an answer of the other"),
        ];

        Assert.That(
            string.Join(", ", counts),
            Is.EqualTo("1, 2, 1"),
            "Expected each worker to keep a count of its own, from the first question to the last: a process for each worker, and one only."
        );
    }

    [TestCase("exit 3", 3, "closing early")]
    [TestCase("exit 0", 0, "closing early")]
    [TestCase("crash", null, "The roof came down.")]
    public async Task A_worker_that_dies_is_no_answer(string order, int? exitCode, string says)
    {
        var worker = Start();

        var died = await Died(
            worker.AskAsync(order),
            "Expected a question to a worker that dies over it to fail, whatever the exit code."
        );

        Assert.That(
            died.Errors,
            Does.Contain(says),
            "Expected the exception to carry what the worker wrote last to its standard error."
        );
        if (exitCode is not null)
            Assert.That(
                died.ExitCode,
                Is.EqualTo(exitCode),
                "Expected the exception to carry the exit code of the worker's process."
            );
        await Died(
            worker.AskAsync("echo hello"),
            "Expected a question to a worker that is dead already to fail in the same way."
        );
    }

    [Test]
    public async Task A_worker_that_dies_while_it_is_sent_a_question_is_no_answer()
    {
        // It does its orders before it reads, so that of a question longer than a pipe only a part is written.
        var worker = Start($"hold {Folder}", "exit 3");
        await Signal(
            Path.Combine(Folder, $"in-{worker.Id}"),
            "The worker should have been started."
        );

        var question = Task.Run(() => worker.AskAsync($"echo {new string('~', 200_000)}"));
        File.Create(Path.Combine(Folder, "open")).Dispose();

        var died = await Died(
            question,
            "The worker left while a question of 200 KB was being written, of which it had read nothing. Expected that question to fail like any other without an answer. Look at what becomes of a write to somebody who is gone."
        );
        Assert.That(
            died.ExitCode,
            Is.EqualTo(3),
            "Expected the exception to carry the exit code of the worker's process."
        );
    }

    [Test]
    public async Task A_worker_that_was_stopped_has_no_answers_any_more()
    {
        var worker = Start();
        await Soon(
            worker.StopAsync(TimeSpan.FromSeconds(2), TimeProvider.System),
            "the worker to leave"
        );

        await Died(
            worker.AskAsync("echo hello"),
            "Expected a question to a worker that has been stopped to fail like one to any other that has ended."
        );
    }
}
