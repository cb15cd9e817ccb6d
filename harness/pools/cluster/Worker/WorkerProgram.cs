using System.Diagnostics;
using Katas.Harness.Machines;

namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>Starts this assembly's own program as a child: one worker of a supervisor.</summary>
internal static class WorkerProgram
{
    /// <summary>The option for supervisors alone: makes the program one worker, which ends when its standard input does.</summary>
    public const string SupervisedOption = "--member";

    /// <summary>How to start one worker.</summary>
    /// <exception cref="FileNotFoundException">The program cannot be started from where this assembly lies.</exception>
    public static ProcessStartInfo StartInfo(ClusterOptions options) =>
        DotnetHost.StartInfo(
            typeof(WorkerProgram).Assembly.Location,
            "--broker",
            options.Broker.AbsoluteUri,
            "--name",
            options.Name,
            SupervisedOption
        );
}
