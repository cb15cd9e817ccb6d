namespace Katas.Harness.Pools.Broker;

/// <summary>A broker is installed but did not start.</summary>
public sealed class BrokerStartException : Exception
{
    internal BrokerStartException(string whatHappened, BrokerFolder folder)
        : base($"{whatHappened} Its last lines of output:\n{folder.OutputTail()}") { }
}
