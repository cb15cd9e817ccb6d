using Katas.Harness.Engine;
using Katas.Harness.Pools.Broker;

namespace Katas.Harness.Cli;

/// <summary>The engine's options for commands that run many tests at once.</summary>
internal static class CommandEngine
{
    public static EngineOptions Options { get; } =
        new()
        {
            SpareHosts = Environment.ProcessorCount,
            Notice = Prose.Out,
            Provide = BrokerProvider.Provide,
        };
}
