namespace Katas.Harness.Workbook.Memory;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AnswerArchiveTests : IDisposable
{
    private readonly TemporaryWorkbook _workbook = new();

    private AnswerArchive Archive => new(_workbook.Paths);

    private string Answer
    {
        get => File.ReadAllText(_workbook.Answer);
        set => File.WriteAllText(_workbook.Answer, value);
    }

    [Test]
    public void What_was_kept_comes_back()
    {
        Answer = "mine";
        Archive.Keep("reset 01", [_workbook.Answer]);
        Answer = "stub";

        Archive.Restore(Archive.Newest!);

        Assert.That(Answer, Is.EqualTo("mine"));
    }

    [Test]
    public void What_stands_there_when_it_comes_back_is_kept_too()
    {
        Archive.Keep("reset 01", [_workbook.Answer]);
        Answer = "written after the reset";

        var present = Archive.Restore(Archive.Newest!);

        var copy = _workbook.PathOf($"{Archive.PlaceOf(present)}/exercises/01-bowls/Bowls.cs");
        Assert.That(File.ReadAllText(copy), Is.EqualTo("written after the reset"));
    }

    [Test]
    public void Undoing_again_brings_back_the_answer_before()
    {
        Answer = "first";
        Archive.Keep("reset 01", [_workbook.Answer]);
        Answer = "second";
        Archive.Keep("reset 01", [_workbook.Answer]);
        Answer = "stub";

        Archive.Restore(Archive.Newest!);
        Assert.That(Answer, Is.EqualTo("second"));
        Archive.Restore(Archive.Newest!);
        Assert.That(Answer, Is.EqualTo("first"));
        Assert.That(Archive.Newest, Is.Null);
    }

    [Test]
    public void A_file_that_was_not_there_is_gone_again()
    {
        File.Delete(_workbook.Answer);
        Archive.Keep("reset 01", [_workbook.Answer]);
        Answer = "stub";

        Archive.Restore(Archive.Newest!);

        Assert.That(File.Exists(_workbook.Answer), Is.False);
    }

    [Test]
    public void A_copy_that_was_never_finished_is_passed_over_and_its_number_not_used_again()
    {
        Answer = "mine";
        Archive.Keep("reset 01", [_workbook.Answer]);
        _workbook.Write(".kata/kept/0002/exercises/01-bowls/Bowls.cs", "half");

        Assert.That(Archive.Newest!.Number, Is.EqualTo(1));
        Assert.That(Archive.Keep("reset 01", [_workbook.Answer]).Number, Is.EqualTo(3));
    }

    [Test]
    public void Killed_in_the_middle_of_an_undo_nothing_is_lost()
    {
        Answer = "mine";
        var kept = Archive.Keep("reset 01", [_workbook.Answer]);
        Answer = "stub";
        Archive.Restore(kept);
        File.Delete(_workbook.PathOf($"{Archive.PlaceOf(kept)}/undone"));
        Answer = "edited after the kill";

        var present = Archive.Restore(Archive.Newest!);

        Assert.That(Answer, Is.EqualTo("mine"));
        Assert.That(
            File.ReadAllText(
                _workbook.PathOf($"{Archive.PlaceOf(present)}/exercises/01-bowls/Bowls.cs")
            ),
            Is.EqualTo("edited after the kill")
        );
    }

    public void Dispose() => _workbook.Dispose();
}
