using Katas.Harness.Pools.Worker;

// Started by a process pool, which listens at the socket; the worker lives as long as the connection.
if (args is not [var socket])
{
    Console.Error.WriteLine(
        "Usage: Katas.Harness.Pools.Worker SOCKET. A process pool starts this program. For a worker of a cluster, run harness/pools/cluster."
    );
    return 2;
}
PoolWorker.Run(socket);
return 0;
