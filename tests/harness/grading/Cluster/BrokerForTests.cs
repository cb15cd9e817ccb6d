using System.Globalization;
using Katas.Harness.Pools.Broker;
using Katas.Harness.Pools.Cluster;

namespace Katas.Harness.Grading.Cluster;

/// <summary>One broker for the tests in this folder, or the reason why there is none.</summary>
[SetUpFixture]
public sealed class BrokerForTests
{
    private static Uri? s_address;
    private static int s_names;

    /// <summary>A cluster that no other test uses.</summary>
    public static ClusterOptions NewCluster() =>
        new(s_address!)
        {
            Name = string.Create(
                CultureInfo.InvariantCulture,
                $"katas-grade-test-{Environment.ProcessId}-{Interlocked.Increment(ref s_names)}"
            ),
        };

    [OneTimeSetUp]
    public static async Task Start()
    {
        if (SharedBroker.Missing is { } advice)
            Assert.Ignore(advice);
        s_address = await SharedBroker.Address();
    }
}
