using Katas.Corpus;
using Katas.Harness.Explorer.Verdicts;

namespace Katas.Harness.Explorer;

public class FirstReportTests
{
    [Test]
    public void An_increment_without_a_lock_loses_an_order()
    {
        var e = Assert.Throws<ScheduleFailedException>(() =>
            Explorer.Check(() =>
            {
                var counter = new LossyCounter();
                Explorer.Together(counter.Add, counter.Add);
                Assert.That(counter.Count, Is.EqualTo(2));
            })
        );

        Assert.That(
            e.Message,
            Does.Contain("reads _count -> 0").And.Contain("Explorer.Replay(\"1-2-2-1\")")
        );
    }

    [Test]
    public void An_increment_with_a_lock_loses_none()
    {
        var result = Explorer.Check(() =>
        {
            var counter = new LockedCounter();
            Explorer.Together(counter.Add, counter.Add);
            Assert.That(counter.Count, Is.EqualTo(2));
        });

        Assert.That(result.ToString(), Is.EqualTo("explored 2 schedules: all interleavings"));
    }
}
