namespace Katas.Harness.Probes;

public class EventuallyTests
{
    [Test]
    public async Task It_looks_until_the_condition_holds()
    {
        var looks = 0;

        await Eventually.Holds(() => ++looks == 3, "the third look");

        Assert.That(looks, Is.EqualTo(3));
    }

    [Test]
    public async Task It_fails_when_the_condition_never_holds_and_says_what_was_waited_for()
    {
        var seen = await Assert.ThrowsAsync<ProbeException>(() =>
            Eventually.Holds(() => false, "the soup to boil", Short.Limit)
        );

        Assert.That(seen.Message, Is.EqualTo("Waited 0.05 s for the soup to boil"));
    }

    [Test]
    public async Task What_the_condition_throws_comes_back_as_it_is()
    {
        var thrown = new InvalidOperationException("burnt");

        var seen = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Eventually.Holds(() => throw thrown, "the soup to boil")
        );

        Assert.That(seen, Is.SameAs(thrown));
    }
}
