using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Memory;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Cli.Watch;

public class WatchStateTests
{
    private static readonly LessonKata[] Katas =
    [
        new(1, "Boil", "Boil it.", "Water boils."),
        new(2, "Cook", "Cook it.", "Noodles cook."),
    ];

    [Test]
    public void A_kata_that_turns_green_makes_room_for_the_next()
    {
        var state = new WatchState("01-bowls", Katas[0])
        {
            HintLevel = 2,
            Memory = Verdicts(red: ["Boil", "Cook"]),
        };

        var next = state.WithVerdicts(Verdicts(red: ["Cook"]), Katas);

        Assert.That(next.Kata, Is.EqualTo(Katas[1]));
        Assert.That(next.Done, Is.EqualTo(Katas[0]));
        Assert.That(next.HintLevel, Is.Zero, "The hints were for the other kata.");
    }

    [Test]
    public void A_kata_that_stays_red_stays_up()
    {
        var state = new WatchState("01-bowls", Katas[0]) { HintLevel = 2 };

        var next = state.WithVerdicts(Verdicts(red: ["Boil", "Cook"]), Katas);

        Assert.That(next.Kata, Is.EqualTo(Katas[0]));
        Assert.That(next.Done, Is.Null);
        Assert.That(next.HintLevel, Is.EqualTo(2));
    }

    [Test]
    public void The_last_kata_of_a_chapter_stays_up_when_it_is_green()
    {
        var state = new WatchState("01-bowls", Katas[1]) { Memory = Verdicts(red: ["Cook"]) };

        var next = state.WithVerdicts(Verdicts(red: []), Katas);

        Assert.That(next.Kata, Is.EqualTo(Katas[1]));
        Assert.That(next.Done, Is.EqualTo(Katas[1]));
    }

    [Test]
    public void A_kata_that_was_green_before_is_no_news()
    {
        var state = new WatchState("01-bowls", Katas[0]) { Memory = Verdicts(red: ["Cook"]) };

        var next = state.WithVerdicts(Verdicts(red: ["Cook"]), Katas);

        Assert.That(next.Kata, Is.EqualTo(Katas[0]), "Somebody went back to it.");
        Assert.That(next.Done, Is.Null);
    }

    [Test]
    public void A_kata_that_is_red_again_is_not_done()
    {
        var state = new WatchState("01-bowls", Katas[1])
        {
            Done = Katas[0],
            Memory = Verdicts(red: ["Cook"]),
        };

        var next = state.WithVerdicts(Verdicts(red: ["Boil", "Cook"]), Katas);

        Assert.That(next.Done, Is.Null);
    }

    private static ChapterMemory Verdicts(string[] red) =>
        new(
            "01-bowls",
            "content",
            DateTimeOffset.UnixEpoch,
            [],
            null,
            [
                .. Katas.Select(kata => new TestVerdict(
                    new TestName($"Katas.{kata.Name}", kata.Name, "Works", kata.Name),
                    red.Contains(kata.Name) ? Outcome.Failed : Outcome.Passed
                )),
            ]
        );
}
