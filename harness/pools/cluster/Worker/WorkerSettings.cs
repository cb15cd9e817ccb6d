using System.Globalization;
using Katas.Harness.Pools.Broker;

namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>What the worker program's arguments say.</summary>
/// <param name="Options">Where the cluster is.</param>
/// <param name="Workers">How many workers to start; as many as there are processors unless told otherwise.</param>
/// <param name="IsSupervised">Whether this process is one worker of a supervisor, rather than the supervisor.</param>
internal sealed record WorkerSettings(ClusterOptions Options, int Workers, bool IsSupervised)
{
    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FormatException">One is unknown, misses its value, or has one that makes no sense.</exception>
    public static WorkerSettings Parse(IReadOnlyList<string> arguments)
    {
        Uri? broker = null;
        string? name = null;
        var workers = Environment.ProcessorCount;
        var isSupervised = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--broker":
                    broker = BrokerAddress.Parse(Value(arguments, ref i), "--broker");
                    break;
                case "--workers":
                    workers = Count(Value(arguments, ref i));
                    break;
                case "--name":
                    name = Value(arguments, ref i);
                    break;
                case WorkerProgram.SupervisedOption:
                    isSupervised = true;
                    break;
                default:
                    throw new FormatException($"'{arguments[i]}' is not an option.");
            }
        }
        var options = new ClusterOptions(
            broker ?? throw new FormatException("--broker is missing.")
        );
        return new WorkerSettings(
            name is null ? options : options with { Name = name },
            workers,
            isSupervised
        );
    }

    private static string Value(IReadOnlyList<string> arguments, ref int i) =>
        ++i < arguments.Count
            ? arguments[i]
            : throw new FormatException($"{arguments[i - 1]} needs a value.");

    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count is > 0 and <= 1024
            ? count
            : throw new FormatException(
                $"--workers is '{text}'. It is how many workers to start, from 1 to 1024."
            );
}
