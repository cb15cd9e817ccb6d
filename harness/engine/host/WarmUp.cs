using System.Text.Json;
using NUnit.Framework;

namespace Katas.Harness.Engine.Host;

/// <summary>
/// Runs a test of its own before there is work, so that a host that was started in advance has NUnit and the JSON writer compiled and at
/// hand when a request comes.
/// </summary>
internal static class WarmUp
{
    public static void Run()
    {
        var runner = TestHost.NewRunner();
        runner.Load(typeof(WarmUp).Assembly, TestHost.Settings(AppContext.BaseDirectory));
        runner.Run(
            new Listener(new MessageWriter(Stream.Null)),
            new OnlyTests([$"{typeof(Sample).FullName}.{nameof(Sample.Counts_to_two)}"])
        );
        JsonSerializer.Deserialize<HostRequest>(
            JsonSerializer.Serialize(
                new HostRequest("", new Dictionary<string, string>(StringComparer.Ordinal), [""], 1)
            )
        );
    }

    /// <summary>A test of nothing but NUnit.</summary>
    [TestFixture]
    public sealed class Sample
    {
        /// <summary>Exercises the runner and the constraints.</summary>
        [Test]
        public void Counts_to_two() => Assert.That(1 + 1, Is.EqualTo(2));
    }
}
