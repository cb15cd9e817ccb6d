using Katas.Corpus;

namespace Katas.Harness.Explorer;

/// <summary>The closing line claims all interleavings only of a loop of <see cref="Parallel"/> that is explored in every order.</summary>
public class ParallelLoopTests
{
    private static readonly TestCaseData[] Loops =
    [
        Loop("each of four", () => ParallelLoops.OfEach(4), isWhole: true),
        Loop("five", () => ParallelLoops.OfEach(5), isWhole: false),
        Loop("three on three", Limited(3, 3), isWhole: true),
        Loop("two on two", Limited(2, 2), isWhole: true),
        Loop("three on two", Limited(3, 2), isWhole: false),
        Loop("two with sums", () => ParallelLoops.WithSums(2), isWhole: false),
        Loop("four actions", () => ParallelLoops.Invoked(4), isWhole: true),
        Loop("five actions", () => ParallelLoops.Invoked(5), isWhole: false),
        Loop("async, each of three", () => ParallelLoops.Async(3, -1), isWhole: true),
        Loop("async, five", () => ParallelLoops.Async(5, -1), isWhole: false),
        Loop("async, five on three", () => ParallelLoops.Async(5, 3), isWhole: false),
        Loop("each of a fixed sequence", () => ParallelLoops.OverItems([1, 2]), isWhole: true),
        Loop("each of what is counted", ParallelLoops.OverCounted, isWhole: false),
        Loop("partitions of a range", () => ParallelLoops.OverRanges(2, 1), isWhole: true),
        Loop("async, five on two", () => ParallelLoops.Async(5, 2), isWhole: true),
    ];

    [TestCaseSource(nameof(Loops))]
    public void The_closing_line_says_which_orders_of_a_loop_are_left_out(Action loop, bool isWhole)
    {
        var result = Explorer.Check(loop, new() { Schedules = 20, Output = TextWriter.Null });

        Assert.That(
            result
                .ToString()
                .Contains("except those in which a Parallel loop", StringComparison.Ordinal),
            Is.Not.EqualTo(isWhole),
            result.ToString()
        );
    }

    [Test]
    public void A_loop_of_which_orders_are_left_out_is_not_exhausted()
    {
        var result = Explorer.Check(Limited(3, 2), new() { Output = TextWriter.Null });

        Assert.That(
            result.ToString(),
            Does.Contain(": all interleavings, except those in which a Parallel loop")
        );
        Assert.That(result.IsExhaustive, Is.False);
    }

    private static Action Limited(int count, int degree) =>
        () => ParallelLoops.OfWorkers(count, degree);

    private static TestCaseData Loop(string name, Action loop, bool isWhole) =>
        new TestCaseData(loop, isWhole).SetArgDisplayNames(name);
}
