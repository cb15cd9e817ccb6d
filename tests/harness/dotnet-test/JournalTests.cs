namespace Katas.Harness.DotnetTest;

public class JournalTests
{
    [Test]
    public void The_test_that_had_not_ended_is_the_culprit()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "1.jsonl",
            """
            {"What":"begin","Test":"/a.dll"}
            {"What":"start","Test":"A.One"}
            {"What":"end","Test":"A.One"}
            {"What":"start","Test":"A.Two"}
            {"What":"exit","Test":"A.Two","ExitCode":7}
            {"What":"st
            """
        );

        var journal = Journal.Read(folder.Path);

        Assert.That(journal.Culprit("/a.dll"), Is.EqualTo(("A.Two", (int?)7)));
        Assert.That(journal.IsDone("/a.dll"), Is.False);
        Assert.That(journal.HasBegun("/b.dll"), Is.False);
    }

    [Test]
    public void A_host_that_came_to_its_end_has_no_culprit()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "1.jsonl",
            """
            {"What":"begin","Test":"/a.dll"}
            {"What":"start","Test":"A.One"}
            {"What":"end","Test":"A.One"}
            {"What":"done","Test":"/a.dll"}
            """
        );

        var journal = Journal.Read(folder.Path);

        Assert.That(journal.IsDone("/a.dll"), Is.True);
        Assert.That(journal.Culprit("/a.dll"), Is.Null);
    }

    [Test]
    public void A_host_lost_between_two_tests_has_nobody_to_blame()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "1.jsonl",
            """
            {"What":"begin","Test":"/a.dll"}
            {"What":"start","Test":"A.One"}
            {"What":"end","Test":"A.One"}
            """
        );

        Assert.That(Journal.Read(folder.Path).Culprit("/a.dll"), Is.Null);
    }
}
