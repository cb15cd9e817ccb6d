using Katas.Worker;

// Started by a process pool, not by hand: the pool listens at the socket, and the worker lives as long as the connection.
switch (args)
{
    case ["--pool", var socket]:
        PoolWorker.Run(socket);
        return 0;
    default:
        Console.Error.WriteLine(
            "usage: Katas.Worker --pool SOCKET    run jobs for the process pool that listens there"
        );
        return 2;
}
