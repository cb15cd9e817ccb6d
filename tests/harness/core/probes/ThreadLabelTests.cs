namespace Katas.Harness.Probes;

public class ThreadLabelTests
{
    [TestCase(0, "nobody")]
    [TestCase(2, "t1, t2")]
    [TestCase(8, "t1, t2, t3, t4, t5, t6, t7, t8")]
    [TestCase(10, "t1, t2, t3, t4, t5, t6, t7, t8 and 2 more")]
    public void A_long_list_says_how_many_more_there_are(int count, string list) =>
        Assert.That(
            ThreadLabel.List([.. Enumerable.Range(1, count).Select(i => $"t{i}")]),
            Is.EqualTo(list)
        );
}
