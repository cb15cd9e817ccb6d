using System.Reflection;
using Katas.Corpus;

namespace Katas.Harness.Explorer;

/// <summary>What the framework's own primitives do is among what the explorer shows of its models.</summary>
public class DifferenceTests
{
    private const int NativeRuns = 200;

    private static readonly ExplorerOptions Quiet = new() { Output = TextWriter.Null };

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

        Assert.That(native.Except(explored), Is.Empty, "seen natively and never explored");
        Assert.That(result.HasAllButExceptions, Is.True, result.ToString());
        // Not all of these are found: beside a wait for a semaphore or a task, one that comes after the thread's last wait was missed.
        if (name.StartsWith("Interrupts", StringComparison.Ordinal))
            Assert.That(
                result.ToString(),
                Does.Contain(", except some in which a thread is interrupted later")
            );
        Assert.That(
            explored,
            Has.Count.GreaterThan(1),
            "a program that ends in one way shows nothing"
        );
    }
}
