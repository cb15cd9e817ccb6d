using System.Text.Json;
using Katas.Harness.Testing;
using NUnit.Framework;

namespace Katas.Harness.Engine.Host;

/// <summary>
/// Runs tests of its own before there is work, one green and one red, so that a host that was started in advance has NUnit, the guard, the reader
/// of stack traces and the JSON writer compiled and at hand when a request comes.
/// </summary>
internal static class WarmUp
{
    public static void Run()
    {
        var runner = TestHost.NewRunner();
        runner.Load(typeof(WarmUp).Assembly, TestHost.Settings(AppContext.BaseDirectory));
        using var listener = new Listener(new MessageWriter(Stream.Null));
        runner.Run(
            listener,
            new OnlyTests([
                $"{typeof(Sample).FullName}.{nameof(Sample.Counts_to_two)}",
                $"{typeof(Sample).FullName}.{nameof(Sample.Counts_to_three)}",
            ])
        );
        JsonSerializer.Deserialize<HostRequest>(
            JsonSerializer.Serialize(
                new HostRequest(
                    "",
                    "",
                    [""],
                    new Dictionary<string, string>(StringComparer.Ordinal),
                    [""],
                    1
                )
            )
        );
    }

    /// <summary>A test of nothing but NUnit and the guard.</summary>
    [TestFixture]
    [Kata(1, typeof(Sample))]
    public sealed class Sample
    {
        /// <summary>Exercises the runner, the guard and the constraints.</summary>
        [Test]
        public void Counts_to_two() => Assert.That(1 + 1, Is.EqualTo(2));

        /// <summary>Exercises what tells how a test failed, and where.</summary>
        [Test]
        public void Counts_to_three() => Assert.That(1 + 1, Is.EqualTo(3), "One and one are two.");
    }
}
