using System.Runtime.CompilerServices;
using Katas.Harness.Cluster.Worker;

namespace Katas.Worker;

/// <summary>The worker program in a cluster. A class of its own, so that a pool's worker does not load what only a cluster needs.</summary>
internal static class ClusterMode
{
    public static string Usage =>
        $"""
            usage: Katas.Worker {WorkerCommand.Usage}
                       run jobs that come over a RabbitMQ broker; as many workers as processors unless told otherwise
                   Katas.Worker --pool SOCKET
                       run jobs for the process pool that listens there (pools do this themselves)
            """;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Run(string[] arguments) =>
        WorkerCommand.Run(arguments).GetAwaiter().GetResult();
}
