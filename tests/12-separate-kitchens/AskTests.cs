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
            new[] { echo, unicode },
            Is.EqualTo(["라면 🍜 with egg = good", "라면 한 그릇 🍜"]),
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
                "twenty answers: look at how a question finds the answer that belongs to it"
            ),
            Is.EqualTo(Enumerable.Range(0, 20).Select(i => $"{i}")),
            "Answers carry no names. Look at how a question finds the answer that belongs to it."
        );
    }

    [Test]
    public async Task Talk_is_no_answer()
    {
        var worker = Start();

        var flooded = await Soon(
            worker.AskAsync("flood out 300"),
            "an answer behind 300 lines of talk: look for the line that begins with \"= \""
        );
        var after = await Soon(worker.AskAsync("echo still here"), "the answer after it");

        Assert.That(
            new[] { flooded, after },
            Is.EqualTo(["flooded", "still here"]),
            "Only a line that begins with \"= \" is an answer, and the answer is what comes after that."
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

        Assert.That(first, Is.EqualTo("listen"));
        Assert.That(
            await Soon(worker.AskAsync("echo on"), "an answer after the talk"),
            Is.EqualTo("on")
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
            counts,
            Is.EqualTo(["1", "2", "1"]),
            "Expected each worker to keep a count of its own, from the first question to the last: a process for each worker, and one only."
        );
    }

    [TestCase("exit 3", 3, "closing early")]
    [TestCase("exit 0", 0, "closing early")]
    [TestCase("crash", null, "The roof came down.")]
    public async Task A_worker_that_dies_is_no_answer(string order, int? exitCode, string says)
    {
        var worker = Start();

        var died = await Assert.ThrowsAsync<WorkerDiedException>(
            () => Soon(worker.AskAsync(order), "the news that the worker has died"),
            "Expected a question to a worker that dies over it to fail, whatever the exit code."
        );

        Assert.That(
            died!.Errors,
            Does.Contain(says),
            "Expected the exception to carry what the worker said last."
        );
        if (exitCode is not null)
            Assert.That(
                died.ExitCode,
                Is.EqualTo(exitCode),
                "Expected the exception to carry the exit code of the worker's process."
            );
        await Assert.ThrowsAsync<WorkerDiedException>(
            () => Soon(worker.AskAsync("echo hello"), "the answer of a dead worker"),
            "Expected a question to a worker that is dead already to fail in the same way."
        );
    }
}
