using Katas.Worker;

switch (args)
{
    // Started by a process pool, not by hand: the pool listens at the socket, and the worker lives as long as the connection.
    case ["--pool", var socket]:
        PoolWorker.Run(socket);
        return 0;
    case [_, ..]:
        return ClusterMode.Run(args);
    default:
        Console.Error.WriteLine(ClusterMode.Usage);
        return 2;
}
