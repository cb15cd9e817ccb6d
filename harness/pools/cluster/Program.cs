using Katas.Harness.Pools.Cluster.Worker;

// A machine's workers of a cluster: dotnet run -c Release --project harness/pools/cluster -- --broker amqp://USER:PASSWORD@HOST:PORT
// Exit codes: 0 when it was told to stop, 1 when it cannot work, 2 for arguments it does not know.
return await WorkerCommand.Run(args).ConfigureAwait(false);
