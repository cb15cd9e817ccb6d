using System.Reflection;
using Katas.Corpus;

namespace Katas.Harness.Explorer;

/// <summary>What the framework's own primitives do is among what the explorer shows of its models.</summary>
public class DifferenceTests
{
    private const int NativeRuns = 200;

    private static readonly ExplorerOptions Quiet = new() { Output = TextWriter.Null };

    // Once in some ten thousand runs .NET 10 hands the item to a reader that was cancelled while it
    // registered, and the item is lost: dotnet/runtime#132094. The explorer shows what is promised.
    private static readonly Dictionary<string, string> FaultsOfTheFramework = new()
    {
        [nameof(Differences.CancelsARead)] = "OperationCanceledException 0",
    };

    public static IEnumerable<string> Programs =>
        typeof(Differences)
            .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(method => method.Name)
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Programs))]
    public void Whatever_happens_natively_is_explored(string name)
    {
        var program = typeof(Differences).GetMethod(name)!.CreateDelegate<Func<string>>();
        var native = Enumerable.Range(0, NativeRuns).Select(_ => program()).ToHashSet();
        var explored = new HashSet<string>();

        var result = Explorer.Check(() => explored.Add(program()), Quiet);

        if (FaultsOfTheFramework.TryGetValue(name, out var fault))
        {
            Assert.That(explored, Does.Not.Contain(fault), "a fault of the framework's own");
            native.Remove(fault);
        }
        Assert.That(native.Except(explored), Is.Empty, "seen natively and never explored");
        Assert.That(result.HasAllButExceptions, Is.True, result.ToString());
        Assert.That(
            explored,
            Has.Count.GreaterThan(1),
            "a program that ends in one way shows nothing"
        );
    }

    // Taken as one step, the call could not leave the first item and take the second.
    [Test]
    public void A_call_on_several_collections_looks_at_one_after_the_other()
    {
        var explored = new HashSet<string>();

        Explorer.Check(() => explored.Add(Differences.LooksAtOneCollectionAfterTheOther()), Quiet);

        Assert.That(explored, Is.EquivalentTo(["-1 0", "0 1", "1 2"]));
    }

    // Told in one step, both would know of the same task.
    [TestCase(nameof(Differences.ContinuesWhenAny))]
    [TestCase(nameof(Differences.WaitsTwiceForTheFirst))]
    public void Who_waits_for_the_first_task_is_told_one_after_the_other(string name)
    {
        var program = typeof(Differences).GetMethod(name)!.CreateDelegate<Func<string>>();
        var explored = new HashSet<string>();

        Explorer.Check(() => explored.Add(program()), Quiet);

        Assert.That(explored, Is.EquivalentTo(["1 -1", "2 -2", "2 -1", "1 -2"]));
    }

    // A native run shows the rarer ones once in many thousand times.
    [TestCase(nameof(Differences.InterruptsAWaitForALock))]
    [TestCase(nameof(Differences.InterruptsAWaitForAPulse))]
    [TestCase(nameof(Differences.InterruptsAWaitForAnEvent))]
    [TestCase(nameof(Differences.InterruptsAWaitForASemaphore))]
    [TestCase(nameof(Differences.InterruptsAWaitForATask))]
    [TestCase(nameof(Differences.InterruptsAJoin))]
    [TestCase(nameof(Differences.InterruptsAWriter))]
    [TestCase(nameof(Differences.InterruptsASleep))]
    public void An_interrupt_comes_before_in_or_after_each_wait(string name)
    {
        const string interrupted = nameof(ThreadInterruptedException);
        var program = typeof(Differences).GetMethod(name)!.CreateDelegate<Func<string>>();
        var explored = new HashSet<string>();

        Explorer.Check(() => explored.Add(program()), Quiet);

        Assert.That(
            explored,
            Is.EquivalentTo(
                new[]
                {
                    "done, done",
                    $"done, {interrupted}",
                    $"{interrupted}, done",
                    $"{interrupted}, {interrupted}",
                }
            )
        );
    }
}
