using System.Globalization;
using Katas.Harness.Probes;
using Katas.Harness.Testing;
using Katas.Harness.Testing.ChildProgram;

namespace Katas.SeparateKitchens;

[Kata(4, typeof(Kitchens), nameof(Kitchens.MapAsync))]
public class MapTests : KitchenTest
{
    [Test]
    public async Task Answers_come_in_the_order_of_the_questions()
    {
        // The first answer can come only after the second: the two who meet are the first question and the third.
        string[] questions =
        [
            $"meet 2 {Folder}",
            "echo second",
            $"meet 2 {Folder}",
            "flood out 100",
            "echo last",
        ];

        var answers = await Map(2, questions);

        Assert.That(
            string.Join(", ", answers),
            Is.EqualTo("met, second, met, flooded, last"),
            "Expected each answer to stand where its question stood, whichever came first."
        );
    }

    [Test]
    public async Task Workers_really_work_at_the_same_time()
    {
        var answers = await Map(2, [$"meet 2 {Folder}", $"meet 2 {Folder}"]);

        Assert.That(
            string.Join(", ", answers),
            Is.EqualTo("met, met"),
            "Two processes wait for each other, so both must be at it at once. Look at whether all of them are asked before the first answer is waited for."
        );
    }

    [Test]
    public async Task Each_worker_answers_many_questions_and_none_is_left_behind()
    {
        // Both have to be there to get past the meeting, so both are known to have been started.
        string[] questions =
        [
            $"meet 2 {Folder}",
            $"meet 2 {Folder}",
            .. Enumerable.Repeat("pid", 10),
        ];

        var answers = await Map(2, questions);

        var told = answers.Where(answer => answer != "met").Distinct().ToArray();
        Assert.That(
            told.Where(id => !int.TryParse(id, CultureInfo.InvariantCulture, out _)),
            Is.Empty,
            "Ten times a worker was asked 'pid', and answers with the number of its process. Look at what reached the worker as its question."
        );
        var ids = told.Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToArray();
        var all = Directory
            .EnumerateFiles(Folder, "met-*")
            .Select(file => int.Parse(Path.GetFileName(file)[4..], CultureInfo.InvariantCulture))
            .ToArray();
        Assert.That(
            all,
            Has.Length.EqualTo(2),
            "Expected two workers to have been started, no more and no less."
        );
        Assert.That(
            ids,
            Is.SubsetOf(all),
            "Expected the same two processes to answer all questions."
        );
        Assert.That(
            all.Select(id => ProcessProbe.Watch(id).IsAlive),
            Is.All.False,
            "A worker was left behind."
        );
    }

    [Test]
    public async Task One_worker_answers_all_questions_alone()
    {
        var mapping = Begin(1, ["echo first", "echo second", "echo third"]);

        await Soon(
            Task.WhenAny(mapping),
            "the end of a map with a single worker",
            "Look at what is waited for that only a second worker could do."
        );
        Assert.That(
            mapping.Exception?.InnerException,
            Is.Null,
            "A map with a single worker failed. There has to be at least one, and one is enough: look at what is compared with the number of workers."
        );
        Assert.That(
            string.Join(", ", await mapping),
            Is.EqualTo("first, second, third"),
            "Expected the one worker to answer all questions, one after the other."
        );
    }

    [Test]
    public async Task A_question_that_comes_again_is_asked_again()
    {
        var answers = await Soon(
            Begin(1, ["count", "count", "count"]),
            "the answers to one question that comes three times"
        );

        Assert.That(
            string.Join(", ", answers),
            Is.EqualTo("1, 2, 3"),
            "One worker was asked three times to count, and counts on from one question to the next. Expected an answer for each place in the list. Look at what the answers are kept by: a question may come twice."
        );
    }

    [Test]
    public async Task No_questions_have_no_answers()
    {
        var answers = await Soon(
            Begin(2, []),
            "the end of a map without questions",
            "Nothing was asked, so there is no reason to wait. Look at what ends the map."
        );

        Assert.That(answers, Is.Empty, "Nothing was asked, so there is no answer.");
    }

    [Test]
    public async Task No_other_worker_is_started_for_one_that_died()
    {
        // Every worker leaves its number in the folder when it starts.
        string[] arguments = [.. ChildCommand.Arguments, $"meet 1 {Folder}"];

        await Died(
            Kitchens.MapAsync(ChildCommand.FileName, arguments, workers: 2, ["exit 3", "exit 3"]),
            "Expected the caller to be told that a question has no answer."
        );

        var started = Directory.EnumerateFiles(Folder, "met-*").Count();
        Assert.That(
            started,
            Is.LessThanOrEqualTo(2),
            $"The two workers that were asked for died over their questions, and {started} were started in all. Expected the caller to be told at once: the same question may kill the next worker, too. Look at what is done about a WorkerDiedException."
        );
    }

    [Test]
    public async Task A_worker_that_dies_fails_the_map_and_none_is_left_behind()
    {
        string[] questions = [$"meet 2 {Folder}", $"meet 2 {Folder}", "exit 0", "echo 1", "echo 2"];

        await Died(
            Begin(2, questions),
            "Expected the caller to be told that a question has no answer."
        );

        var all = Directory
            .EnumerateFiles(Folder, "met-*")
            .Select(file => int.Parse(Path.GetFileName(file)[4..], CultureInfo.InvariantCulture));
        Assert.That(
            all.Select(id => ProcessProbe.Watch(id).IsAlive),
            Is.All.False,
            "The map failed, and a worker was left behind. Look at what happens to the others when one dies."
        );
    }

    [Test]
    public async Task The_worker_that_died_says_why_not_one_that_was_stopped_over_it()
    {
        var map = Begin(2, [$"hold {Folder}", "exit 3"]);
        // Whoever waits for the busy one, too, sees it answer.
        if (!await PolledWait.Await(map, TimeSpan.FromSeconds(1)))
            File.Create(Path.Combine(Folder, "open")).Dispose();

        var died = await Died(map, "Expected the caller to be told that a question has no answer.");
        Assert.That(
            died.ExitCode,
            Is.EqualTo(3),
            "One worker was busy when the other left over its question with exit code 3. Expected the exception of the one that left on its own; the busy one was only stopped because of it. Look at whose failure is passed on when there are several."
        );
    }

    [Test]
    public async Task A_worker_that_cannot_be_started_leaves_none_behind()
    {
        var arguments = new ArgumentsForOne(
            [.. ChildCommand.Arguments, $"meet 1 {Folder}"],
            Folder,
            WaitLimit
        );

        var mapping = Task.Run(() =>
            Kitchens.MapAsync(ChildCommand.FileName, arguments, 3, ["echo 1", "echo 2"])
        );
        await Soon(
            Task.WhenAny(mapping),
            "the end of a map whose second worker cannot be started",
            "Look at who waits for workers that were never started."
        );

        if (mapping.Exception?.InnerException is NotImplementedException)
            await mapping;
        // Whoever reads the arguments once has three workers, which is well.
        var all = Directory
            .EnumerateFiles(Folder, "met-*")
            .Select(file => int.Parse(Path.GetFileName(file)[4..], CultureInfo.InvariantCulture))
            .ToArray();
        var left = all.Where(id => ProcessProbe.Watch(id).IsAlive).ToArray();
        foreach (var id in left)
            End(id);
        Assert.That(
            left,
            Is.Empty,
            "The first worker was started, the start of the second threw, and the first was left behind. Look at whether each worker is known to whoever stops them before the next is started."
        );
    }

    private static Task<string[]> Map(int workers, string[] questions) =>
        Soon(
            Begin(workers, questions),
            $"all answers of {workers} workers to {questions.Length} questions",
            "Look at whether both work at the same time, and whoever is free gets the next question."
        );

    private static Task<string[]> Begin(int workers, string[] questions) =>
        Kitchens.MapAsync(ChildCommand.FileName, ChildCommand.Arguments, workers, questions);

    /// <summary>Arguments that can be read once; whoever reads them again gets an exception, when the worker that has them is up.</summary>
    private sealed class ArgumentsForOne(
        IReadOnlyList<string> arguments,
        string folder,
        TimeSpan limit
    ) : IReadOnlyList<string>
    {
        private int _readings;

        public int Count => arguments.Count;

        public string this[int index]
        {
            get
            {
                if (index == 0)
                    Read();
                return arguments[index];
            }
        }

        public IEnumerator<string> GetEnumerator()
        {
            Read();
            return arguments.GetEnumerator();
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() =>
            GetEnumerator();

        private void Read()
        {
            if (Interlocked.Increment(ref _readings) == 1)
                return;
            PolledWait.Block(() => Directory.EnumerateFiles(folder, "met-*").Any(), limit);
            throw new InvalidOperationException("There is no second kitchen.");
        }
    }
}
