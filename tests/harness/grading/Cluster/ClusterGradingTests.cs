using System.Diagnostics;
using System.Text.RegularExpressions;
using Katas.Harness.Executors.Contract;
using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;
using Katas.Harness.Pools.Broker;
using Katas.Harness.Pools.Cluster;
using Katas.Harness.Pools.Cluster.Worker;

namespace Katas.Harness.Grading.Cluster;

/// <summary>A class that workers grade has the book that one process would write, whoever dies meanwhile. Real processes are killed, on a real broker.</summary>
public sealed partial class ClusterGradingTests
{
    private const string Slug = TemporaryClass.Threads;
    private const string Sandbox = "in a sandbox";

    private static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(90);

    private readonly List<string> _notices = [];
    private ClusterOptions _cluster = null!;
    private TemporaryClass _class = null!;
    private string _signals = "";

    [SetUp]
    public void Begin()
    {
        _notices.Clear();
        _cluster = BrokerForTests.NewCluster();
        _class = new();
        _signals = Directory.CreateTempSubdirectory("katas-signals-").FullName;
    }

    [TearDown]
    public async Task End()
    {
        _class.Dispose();
        Directory.Delete(_signals, recursive: true);
        await ClusterTopology.Remove(_cluster);
    }

    [Test]
    public async Task Three_workers_write_the_book_of_one_process()
    {
        Write("pass", "fail", "broken", "pass\ncheat", "unstable", "lost\npass");
        await using var workers = await StartWorkers(3);

        var isComplete = await GradeByCluster("cluster");

        Assert.That(isComplete, Is.True);
        Assert.That(Book("cluster"), Is.EqualTo(await BookOfOneProcess()));
    }

    [Test]
    public async Task What_a_killed_worker_had_in_hand_is_graded_elsewhere_and_once()
    {
        Write("pass", "hold", "fail", "pass\npass", "broken");
        await using var workers = await StartWorkers(3);
        var grading = GradeByCluster("cluster");
        Signals.WaitUntil(() => Held(1), "a worker to have the held chapter in hand", WaitLimit);
        var first = SampleWorkerProgram.ProcessesIn(_signals)[0];

        Kill(first);
        Signals.WaitUntil(() => Held(2), "another worker to begin with it", WaitLimit);
        Signals.Set(_signals, "open");

        Assert.That(await grading.WaitAsync(WaitLimit), Is.True);
        Assert.That(Book("cluster"), Is.EqualTo(await BookOfOneProcess()));
        Assert.That(
            Notices,
            Has.Some.Match($"^worker {first} on .* was lost with a job in hand; worker .* again")
        );
    }

    [Test]
    public async Task What_kills_its_workers_is_set_aside_with_its_reason_and_the_others_are_graded()
    {
        Write("pass", "poison", "fail", "pass\npass", "broken");
        await using var workers = await StartWorkers(3);

        var isComplete = await GradeByCluster("cluster").WaitAsync(WaitLimit);

        Assert.That(isComplete, Is.False);
        var grades = Grades("cluster");
        Assert.That(grades[1].State, Is.EqualTo(ChapterState.NotJudged));
        Assert.That(
            grades[1].Notes.Single(),
            Does.StartWith("It was set aside: one worker after the other died while grading it")
        );
        Assert.That(SampleWorkerProgram.ProcessesIn(_signals), Has.Count.EqualTo(3));
        await BookOfOneProcess();
        var alone = Grades("one");
        foreach (var i in (int[])[0, 2, 3, 4])
            Assert.That(Text(grades[i]), Is.EqualTo(Text(alone[i])));
    }

    [Test]
    public async Task A_worker_with_another_workbook_ends_the_grading_and_both_versions_are_named()
    {
        Write("pass", "fail");
        await using var workers = await StartWorkers(1, workbook: "0123456789abcdef");

        var thrown = await Assert.CatchAsync<ClusterException>(() =>
            GradeByCluster("cluster").WaitAsync(WaitLimit)
        );

        Assert.That(
            thrown!.Message,
            Does.Match("^worker [0-9]+ on .* has version 0123456789abcdef of the workbook")
                .And.Contain($"this one is version {Workbook}")
        );
    }

    [Test]
    public async Task The_broker_may_be_killed_and_come_back()
    {
        if (BrokerInstall.Find() is not { } install)
        {
            Assert.Ignore(
                "Kills a broker of its own, so it needs one on this machine: "
                    + BrokerInstall.Advice
            );
            return;
        }
        await using var broker = await LocalBroker.Start(install);
        var shared = _cluster;
        _cluster = new(broker.Address);
        Write("pass", "hold", "fail", "pass\npass", "broken");
        await using var workers = await StartWorkers(2);
        var grading = GradeByCluster("cluster");
        Signals.WaitUntil(() => Held(1), "a worker to have the held chapter in hand", WaitLimit);
        Signals.WaitUntil(
            () => broker.HasNotedQuorumQueue(_cluster.Jobs),
            "the broker to note on its disk that it has a queue of jobs",
            WaitLimit
        );

        await broker.Kill();
        Signals.WaitUntil(
            () => Notices.Any(notice => notice.Contains("does not answer. Waiting for it")),
            "a sentence on the broker that is away",
            WaitLimit
        );
        Signals.Set(_signals, "open");
        await broker.Resume();

        Assert.That(await grading.WaitAsync(WaitLimit), Is.True);
        Assert.That(Book("cluster"), Is.EqualTo(await BookOfOneProcess()));
        _cluster = shared;
    }

    [Test]
    public async Task Without_a_worker_it_says_so_and_waits()
    {
        Write("pass", "fail");
        var grading = GradeByCluster("cluster");
        Signals.WaitUntil(
            () => Notices.Any(notice => notice.Contains("There is no worker. Waiting for one: ")),
            "a sentence on the missing workers",
            WaitLimit
        );

        await using var workers = await StartWorkers(1);

        Assert.That(await grading.WaitAsync(WaitLimit), Is.True);
        Assert.That(Notices, Has.None.Contains(_cluster.Broker.UserInfo));
    }

    [Test]
    public async Task A_worker_that_is_told_to_stop_grades_what_it_has_in_hand()
    {
        Write("hold");
        await using var workers = await StartWorkers(1);
        var grading = GradeByCluster("cluster");
        Signals.WaitUntil(() => Held(1), "a worker to have the held chapter in hand", WaitLimit);

        var stopping = workers.DisposeAsync();
        Signals.Set(_signals, "open");

        Assert.That(await grading.WaitAsync(WaitLimit), Is.True);
        await stopping.AsTask().WaitAsync(WaitLimit);
        Assert.That(workers.ProcessIds, Is.Empty);
        Assert.That(Book("cluster"), Is.EqualTo(await BookOfOneProcess()));
    }

    [Test]
    public async Task Ctrl_C_does_not_wait_for_a_worker_and_what_is_graded_stays()
    {
        Write("pass", "hold");
        await using var workers = await StartWorkers(2);
        using var stop = new CancellationTokenSource();
        var grading = GradeByCluster("cluster", stop.Token);
        Signals.WaitUntil(() => Held(1), "a worker to have the held chapter in hand", WaitLimit);
        Signals.WaitUntil(() => Kept("cluster") == 1, "the other chapter to be kept", WaitLimit);

        await stop.CancelAsync();

        await Assert.CatchAsync<OperationCanceledException>(() => grading.WaitAsync(WaitLimit));
        Signals.Set(_signals, "open");
        await GradeByCluster("cluster").WaitAsync(WaitLimit);
        Assert.That(Book("cluster"), Is.EqualTo(await BookOfOneProcess()));
    }

    [Test]
    public async Task The_first_line_does_not_promise_what_only_some_workers_had()
    {
        const string none = "Isolation was off";
        Write("pass");
        await using (await StartWorkers(1, isolation: none))
            await GradeByCluster("cluster").WaitAsync(WaitLimit);
        Assert.That(GradebookOf("cluster").Isolation, Is.EqualTo(none));

        Write("pass", "fail", "broken");
        await using (await StartWorkers(1))
            await GradeByCluster("cluster").WaitAsync(WaitLimit);

        Assert.That(
            GradebookOf("cluster").Isolation,
            Is.EqualTo(
                $"Not all chapters were isolated alike. 1 chapter: {none} 2 chapters: {Sandbox}"
            )
        );
    }

    private string Workbook => WorkbookVersion.Of(_class.Paths);

    private IReadOnlyList<string> Notices
    {
        get
        {
            lock (_notices)
                return [.. _notices];
        }
    }

    /// <summary>A student for each text.</summary>
    private void Write(params IReadOnlyList<string> texts)
    {
        for (var i = 0; i < texts.Count; i++)
            _class.Write($"student {i}/{Slug}/Threads.cs", texts[i]);
    }

    private Task<WorkerSupervisor> StartWorkers(
        int count,
        string? workbook = null,
        string isolation = Sandbox
    ) =>
        WorkerSupervisor.Start(
            () => SampleWorkerProgram.Start(_cluster, workbook ?? Workbook, isolation, _signals),
            count,
            TestContext.Progress.WriteLine
        );

    private async Task<bool> GradeByCluster(
        string output,
        CancellationToken cancellationToken = default
    )
    {
        var cluster = _cluster with { Notice = Note };
        await using var grader = await ClusterChapterGrader.Connect(
            _class.Paths,
            cluster,
            runsWhatIsNotAllowed: false,
            cancellationToken
        );
        return await Grade(grader, output, cancellationToken);

        void Note(string notice)
        {
            lock (_notices)
                _notices.Add(notice);
        }
    }

    private async Task<bool> Grade(
        IChapterGrader grader,
        string output,
        CancellationToken cancellationToken = default
    )
    {
        using var intake = _class.Open();
        var options = new GradingOptions(_class.Paths, [Slug], OutputOf(output));
        using var session = GradingSession.Open(options, grader, intake);
        await Parallel.ForEachAsync(
            session.Pending,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = 8,
                CancellationToken = cancellationToken,
            },
            async (pending, token) => await session.Grade(pending, token)
        );
        return session.Write();
    }

    private async Task<string> BookOfOneProcess()
    {
        await Grade(new SampleGrader { Isolation = Sandbox }, "one");
        return Book("one");
    }

    private string OutputOf(string name) => Path.Combine(_class.Submissions, "..", name);

    private Gradebook GradebookOf(string name) => GradebookFile.Read(OutputOf(name))!;

    private List<ChapterGrade> Grades(string name) =>
        [.. GradebookOf(name).Students.Select(student => student.Chapters.Single().Grade)];

    private int Kept(string name) =>
        Path.Combine(OutputOf(name), "kept") is var folder && Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.json").Length
            : 0;

    /// <summary>Everything but the time.</summary>
    private string Book(string name) =>
        Times().Replace(File.ReadAllText(Path.Combine(OutputOf(name), Gradebook.FileName)), "");

    private static string Text(ChapterGrade grade) =>
        System.Text.Json.JsonSerializer.Serialize(grade, GradeJson.Options);

    private bool Held(int times) => SampleWorkerProgram.ProcessesIn(_signals).Count == times;

    private static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
    }

    [GeneratedRegex("^ *\"graded\": .*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Times();
}
