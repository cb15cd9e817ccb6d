namespace Katas.Harness.Cli.Seat;

/// <summary><c>reset</c> and <c>undo</c> killed at each step: the commands that come after find every answer. <c>update</c> has a test of its own.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class KilledAnswerTests : IDisposable
{
    private const string Second = $"exercises/{LearnerWorkbook.Slug}/Second.cs";
    private const string Mine = "my answer\n";
    private const string Other = "my other answer\n";

    private readonly LearnerWorkbook _workbook = new();

    [SetUp]
    public void PublishTwoFiles()
    {
        LearnerWorkbook.Write(_workbook.Published, Second, "// the other stub\n");
        _workbook.Publish("Two files");
        LearnerWorkbook.Git(_workbook.Root, "pull", "--quiet");
    }

    [Test]
    public void Reset_killed_at_any_step_loses_no_answer()
    {
        var steps = 0;
        for (var isStopped = true; isStopped; steps++)
        {
            StartOver();
            isStopped = KilledCommand.StoppedAt(KilledCommand.Reset, _workbook.Root, steps);

            KataReset.Run(_workbook.Seat, LearnerWorkbook.Slug, part: null);
            Assert.That(_workbook.Answer, Is.EqualTo(LearnerWorkbook.Stub), $"Step {steps}.");
            UndoEverything();
            Assert.That(_workbook.Answer, Is.EqualTo(Mine), $"Killed at step {steps}.");
            Assert.That(_workbook.Read(Second), Is.EqualTo(Other), $"Killed at step {steps}.");
        }

        Assert.That(steps, Is.GreaterThan(5), "Each change to the disk is a step.");
    }

    [Test]
    public void Undo_killed_at_any_step_loses_no_answer()
    {
        const string Later = "written after the reset\n";
        var steps = 0;
        for (var isStopped = true; isStopped; steps++)
        {
            StartOver();
            KataReset.Run(_workbook.Seat, LearnerWorkbook.Slug, part: null);
            _workbook.Answer = Later;
            isStopped = KilledCommand.StoppedAt(KilledCommand.Undo, _workbook.Root, steps);

            UndoEverything();
            Assert.That(_workbook.Answer, Is.EqualTo(Mine), $"Killed at step {steps}.");
            Assert.That(_workbook.Read(Second), Is.EqualTo(Other), $"Killed at step {steps}.");
            var kept = Directory
                .EnumerateFiles(_workbook.Seat.Paths.Memory, "*.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText);
            Assert.That(kept, Does.Contain(Later), $"Killed at step {steps}.");
        }

        Assert.That(steps, Is.GreaterThan(6), "Each change to the disk is a step.");
    }

    public void Dispose() => _workbook.Dispose();

    private void StartOver()
    {
        LearnerWorkbook.Git(_workbook.Root, "clean", "--quiet", "-fdx");
        _workbook.Answer = Mine;
        LearnerWorkbook.Write(_workbook.Root, Second, Other);
    }

    private void UndoEverything()
    {
        while (_workbook.Seat.Archive.Newest is { } kept)
            _workbook.Seat.Archive.Restore(kept);
    }
}
