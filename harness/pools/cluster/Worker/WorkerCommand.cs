using System.Globalization;
using System.Runtime.InteropServices;

namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>The worker program's side of a cluster: <c>--broker amqp://… [--workers N] [--name NAME]</c>.</summary>
public static class WorkerCommand
{
    /// <summary>How it is called, for a usage text.</summary>
    public const string Usage =
        "--broker amqp://USER:PASSWORD@HOST:PORT [--workers N] [--name NAME]";

    private const int Success = 0;
    private const int Failure = 1;
    private const int WrongUsage = 2;

    /// <summary>Works until it is told to stop (Ctrl+C, SIGTERM); the jobs in hand are ended first.</summary>
    /// <param name="arguments">The program's arguments.</param>
    /// <returns>The exit code: 0 when it was told to stop, 1 when it cannot work, 2 for arguments it does not know.</returns>
    public static async Task<int> Run(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        try
        {
            var settings = WorkerSettings.Parse(arguments);
            await (settings.IsMember ? RunMember(settings) : RunCrew(settings)).ConfigureAwait(
                false
            );
            return Success;
        }
        catch (FormatException e)
        {
            Say($"{e.Message} Usage: {Usage}");
            return WrongUsage;
        }
        catch (Exception e)
            when (e is NoBrokerException or WorkerStartException or FileNotFoundException)
        {
            Say(e.Message);
            return Failure;
        }
    }

    private static async Task RunCrew(WorkerSettings settings)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = On(PosixSignal.SIGINT, told);
        using var terminate = On(PosixSignal.SIGTERM, told);
        using var starting = new CancellationTokenSource();
        Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Starting {settings.Workers} workers for the cluster '{settings.Options.Name}'. Ctrl+C ends them when their jobs are done."
            )
        );
        var start = WorkerSupervisor.Start(settings.Options, settings.Workers, Say, starting.Token);
        if (await Task.WhenAny(start, told.Task).ConfigureAwait(false) == told.Task)
            await starting.CancelAsync().ConfigureAwait(false);
        await using var crew = await start.ConfigureAwait(false);
        await (await Task.WhenAny(told.Task, crew.GaveUp).ConfigureAwait(false)).ConfigureAwait(
            false
        );
    }

    private static async Task RunMember(WorkerSettings settings)
    {
        using var stop = new CancellationTokenSource();
        // Ctrl+C in a terminal reaches the whole crew; a member waits for the word of its foreman.
        using var interrupt = On(PosixSignal.SIGINT, told: null);
        // Standard input is the foreman's: a job that reads the console finds its end.
        var words = Console.In;
        Console.SetIn(TextReader.Null);
        var orders = new Thread(() => FollowOrders(words, stop))
        {
            IsBackground = true,
            Name = "orders",
        };
        orders.Start();
        await new ClusterWorker(settings.Options, Say).Run(stop.Token).ConfigureAwait(false);
    }

    private static void FollowOrders(TextReader words, CancellationTokenSource stop)
    {
        while (words.ReadLine() is { } word)
        {
            if (word == SupervisedWorker.LeaveWord)
                stop.Cancel();
        }
        // The foreman is dead. The broker hands the job in hand to another worker.
        Environment.Exit(Failure);
    }

    private static PosixSignalRegistration On(PosixSignal signal, TaskCompletionSource? told) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                // The second time, the signal does what it always does.
                context.Cancel = told?.TrySetResult() ?? true;
            }
        );

    private static void Say(string line) => Console.Error.WriteLine(line);
}
