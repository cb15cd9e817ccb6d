using Katas.Harness.Cli.Seat;

namespace Katas.Harness.Cli.Updating;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class WorkbookUpdateTests : IDisposable
{
    private const string NewStub = LearnerWorkbook.Stub + "// a rule more\n";
    private const string Other = "exercises/01-bowls/Other.cs";
    private const string Tests = "tests/01-bowls/BowlsTests.cs";
    private const string Difference = LearnerWorkbook.File + ".stub.diff";

    private readonly LearnerWorkbook _workbook = new();

    [SetUp]
    public void PublishSomethingNewer()
    {
        LearnerWorkbook.Write(_workbook.Published, LearnerWorkbook.File, NewStub);
        LearnerWorkbook.Write(_workbook.Published, Other, "// new\n");
        LearnerWorkbook.Write(_workbook.Published, Tests, "// new\n");
        _workbook.Publish("A newer workbook");
    }

    [Test]
    public void Where_only_the_workbook_has_changed_the_new_stub_comes()
    {
        var report = Update();

        Assert.That(_workbook.Answer, Is.EqualTo(NewStub));
        Assert.That(_workbook.Read(Other), Is.EqualTo("// new\n"));
        Assert.That(report!.Replaced, Has.Count.EqualTo(3));
        Assert.That(Status(), Is.Empty);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Where_both_have_changed_the_answer_stays_and_the_difference_lies_beside_it(
        bool isCommitted
    )
    {
        _workbook.Answer = "my answer\n";
        if (isCommitted)
            LearnerWorkbook.Commit(_workbook.Root, "My answer");

        var report = Update();

        Assert.That(_workbook.Answer, Is.EqualTo("my answer\n"));
        Assert.That(report!.Kept.Single().Difference, Does.Contain("+// a rule more"));
        Assert.That(_workbook.Read(Difference), Does.Contain("+// a rule more"));
        Assert.That(_workbook.Read(Tests), Is.EqualTo("// new\n"));
        Assert.That(Status(), Is.EqualTo(isCommitted ? "" : $" M {LearnerWorkbook.File}\n"));
        Assert.That(Update(), Is.Null, "There is nothing more to bring in.");
    }

    [Test]
    public void Where_only_the_learner_has_changed_the_answer_stays()
    {
        LearnerWorkbook.Write(_workbook.Root, "exercises/01-bowls/README.md", "my notes\n");
        LearnerWorkbook.Write(_workbook.Root, "exercises/01-bowls/Mine.cs", "// mine\n");

        Update();

        Assert.That(_workbook.Read("exercises/01-bowls/README.md"), Is.EqualTo("my notes\n"));
        Assert.That(_workbook.Read("exercises/01-bowls/Mine.cs"), Is.EqualTo("// mine\n"));
    }

    [Test]
    public void A_file_of_the_learner_that_the_workbook_has_now_stays()
    {
        LearnerWorkbook.Write(_workbook.Root, Other, "// mine\n");

        Update();

        Assert.That(_workbook.Read(Other), Is.EqualTo("// mine\n"));
        Assert.That(_workbook.Read(Other + ".stub.diff"), Does.Contain("+// new"));
    }

    [Test]
    public void A_changed_file_outside_of_the_exercises_makes_room_and_is_kept()
    {
        LearnerWorkbook.Write(_workbook.Root, Tests, "// mine\n");

        var report = Update();

        Assert.That(_workbook.Read(Tests), Is.EqualTo("// new\n"));
        Assert.That(_workbook.Read($"{report!.Archived}/{Tests}"), Is.EqualTo("// mine\n"));
    }

    [Test]
    public void An_answer_whose_stub_is_gone_stays()
    {
        _workbook.Answer = "my answer\n";
        File.Delete(Path.Combine(_workbook.Published, LearnerWorkbook.File));
        _workbook.Publish("Without it");

        Update();

        Assert.That(_workbook.Answer, Is.EqualTo("my answer\n"));
    }

    [Test]
    public void What_was_staged_is_not_lost()
    {
        _workbook.Answer = "my answer\n";
        LearnerWorkbook.Git(_workbook.Root, "add", "--all");

        Update();

        Assert.That(_workbook.Answer, Is.EqualTo("my answer\n"));
    }

    [Test]
    public void Killed_at_any_step_it_is_finished_later_and_no_answer_is_lost(
        [Values] bool isCommitted
    )
    {
        _workbook.Answer = "my answer\n";
        if (isCommitted)
            LearnerWorkbook.Commit(_workbook.Root, "My answer");
        LearnerWorkbook.Write(_workbook.Root, Tests, "// mine\n");
        var begin = LearnerWorkbook.Git(_workbook.Root, "rev-parse", "HEAD").Trim();
        var steps = 0;

        for (var isStopped = true; isStopped; steps++)
        {
            StartOver(begin);
            isStopped = KilledCommand.StoppedAt(KilledCommand.Update, _workbook.Root, steps);
            Assert.That(_workbook.Answer, Is.EqualTo("my answer\n"), $"Stopped at step {steps}.");
            Assert.That(Everything(), Does.Contain("// mine\n"), $"Stopped at step {steps}.");

            if (UpdateJournal.Find(_workbook.Seat.Paths) is { } journal)
                new WorkbookUpdate(_workbook.Seat.Paths).Finish(journal);
            else
                Update();

            Assert.That(
                _workbook.Answer,
                Is.EqualTo("my answer\n"),
                $"Finished after step {steps}."
            );
            Assert.That(
                _workbook.Read(Tests),
                Is.EqualTo("// new\n"),
                $"Finished after step {steps}."
            );
            Assert.That(_workbook.Read(Difference), Does.Contain("+// a rule more"));
            Assert.That(Everything(), Does.Contain("// mine\n"), $"Finished after step {steps}.");
            Assert.That(Everything(), Has.None.Contains("<<<<<<<"));
            Assert.That(UpdateJournal.Find(_workbook.Seat.Paths), Is.Null);
            Assert.That(
                Status(),
                Is.EqualTo(isCommitted ? "" : $" M {LearnerWorkbook.File}\n"),
                $"Finished after step {steps}."
            );
            Assert.That(Update(), Is.Null);
        }

        Assert.That(steps, Is.GreaterThan(7), "Each change to the disk is a step.");
    }

    [Test]
    public void Without_a_branch_to_follow_it_says_what_to_do()
    {
        LearnerWorkbook.Git(_workbook.Root, "branch", "--unset-upstream");

        Assert.That(
            () => Update(),
            Throws.TypeOf<UsageException>().With.Message.Contains("--set-upstream-to=origin/main")
        );
    }

    [Test]
    public void A_remote_that_is_gone_is_said_and_changes_nothing()
    {
        _workbook.Answer = "my answer\n";
        Directory.Move(_workbook.Published, _workbook.Published + "-moved");

        Assert.That(
            () => Update(),
            Throws.TypeOf<UsageException>().With.Message.Contains("git fetch")
        );
        Assert.That(_workbook.Answer, Is.EqualTo("my answer\n"));
    }

    [Test]
    public void A_merge_that_is_under_way_is_ended_first()
    {
        LearnerWorkbook.Write(_workbook.Root, ".git/MERGE_HEAD", "");

        Assert.That(
            () => Update(),
            Throws.TypeOf<UsageException>().With.Message.Contains("git status")
        );
    }

    [Test]
    public void A_damaged_journal_is_set_aside()
    {
        LearnerWorkbook.Write(_workbook.Root, ".kata/update.json", "{");

        Assert.That(UpdateJournal.Find(_workbook.Seat.Paths), Is.Null);
        Assert.That(Update(), Is.Not.Null);
    }

    public void Dispose() => _workbook.Dispose();

    private UpdateReport? Update() => new WorkbookUpdate(_workbook.Seat.Paths).Run();

    /// <summary>What git says the learner has changed, the files that it ignores left out.</summary>
    private string Status() => LearnerWorkbook.Git(_workbook.Root, "status", "--porcelain");

    private void StartOver(string commit)
    {
        LearnerWorkbook.Git(_workbook.Root, "reset", "--quiet", "--hard", commit);
        LearnerWorkbook.Git(_workbook.Root, "clean", "--quiet", "-fdx");
        _workbook.Answer = "my answer\n";
        LearnerWorkbook.Write(_workbook.Root, Tests, "// mine\n");
    }

    private IEnumerable<string> Everything() =>
        Directory
            .EnumerateFiles(_workbook.Root, "*", SearchOption.AllDirectories)
            .Where(file =>
                !Path.GetRelativePath(_workbook.Root, file)
                    .StartsWith(".git/", StringComparison.Ordinal)
            )
            .Select(File.ReadAllText);
}
