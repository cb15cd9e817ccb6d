namespace Katas.Harness.Cli.Seat;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class KataResetTests : IDisposable
{
    private const string Answer = """
        public static class Bowls
        {
            /// <summary>Kata 1.</summary>
            public static int Boil() => 3;

            /// <summary>Kata 2.</summary>
            public static int Cook() => 4;
        }

        """;

    private readonly LearnerWorkbook _workbook = new();

    [Test]
    public void A_chapter_is_reset_and_comes_back()
    {
        _workbook.Answer = Answer;

        KataReset.Run(_workbook.Seat, LearnerWorkbook.Slug, part: null);
        Assert.That(_workbook.Answer, Is.EqualTo(LearnerWorkbook.Stub));

        _workbook.Seat.Archive.Restore(_workbook.Seat.Archive.Newest!);
        Assert.That(_workbook.Answer, Is.EqualTo(Answer));
    }

    [TestCase("Cook")]
    [TestCase("cook")]
    [TestCase("2")]
    public void One_kata_is_reset_and_the_other_answer_stays(string kata)
    {
        _workbook.Answer = Answer;

        KataReset.Run(_workbook.Seat, LearnerWorkbook.Slug, kata);

        Assert.That(_workbook.Answer, Does.Contain("Boil() => 3").And.Contain("Cook() => throw"));
    }

    [Test]
    public void An_answer_that_was_committed_is_reset_to_the_stub()
    {
        _workbook.Answer = Answer;
        LearnerWorkbook.Commit(_workbook.Root, "My answer");

        KataReset.Run(_workbook.Seat, LearnerWorkbook.Slug, "Bowls.cs");

        Assert.That(_workbook.Answer, Is.EqualTo(LearnerWorkbook.Stub));
    }

    [Test]
    public void Without_a_branch_to_follow_the_stub_is_found_in_the_history()
    {
        _workbook.Answer = Answer;
        LearnerWorkbook.Commit(_workbook.Root, "My answer");
        LearnerWorkbook.Git(_workbook.Root, "remote", "remove", "origin");

        KataReset.Run(_workbook.Seat, LearnerWorkbook.Slug, part: null);

        Assert.That(_workbook.Answer, Is.EqualTo(LearnerWorkbook.Stub));
    }

    [Test]
    public void A_file_that_was_deleted_comes_back()
    {
        File.Delete(Path.Combine(_workbook.Root, LearnerWorkbook.File));

        KataReset.Run(_workbook.Seat, LearnerWorkbook.Slug, "Cook");

        Assert.That(_workbook.Answer, Is.EqualTo(LearnerWorkbook.Stub));
    }

    [Test]
    public void A_stub_is_not_reset() =>
        Assert.That(KataReset.Run(_workbook.Seat, LearnerWorkbook.Slug, part: null), Is.Null);

    [TestCase("Cok", "Cook")]
    [TestCase("Bowl.cs", "Bowls.cs")]
    public void A_part_that_is_not_there_is_named_with_the_nearest(string part, string nearest) =>
        Assert.That(
            () => KataReset.Run(_workbook.Seat, LearnerWorkbook.Slug, part),
            Throws.TypeOf<UsageException>().With.Message.Contains($"mean {nearest}")
        );

    [Test]
    public void What_does_not_parse_is_not_touched()
    {
        _workbook.Answer = "public static class Bowls { public static int Cook() {";

        Assert.That(
            () => KataReset.Run(_workbook.Seat, LearnerWorkbook.Slug, "Cook"),
            Throws.TypeOf<UsageException>().With.Message.Contains("kata reset 01 Bowls.cs")
        );
        Assert.That(_workbook.Answer, Does.EndWith("Cook() {"));
        Assert.That(_workbook.Seat.Archive.Newest, Is.Null);
    }

    public void Dispose() => _workbook.Dispose();
}
