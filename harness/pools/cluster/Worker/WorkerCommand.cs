using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Katas.Harness.Jobs;
using Katas.Harness.Machines;

namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>The worker program: a supervisor with its workers or, started by a supervisor, one of them.</summary>
public static class WorkerCommand
{
    private const string Usage = """
        Usage: dotnet run -c Release --project harness/pools/cluster -- --broker amqp://USER:PASSWORD@HOST:PORT [--workers N] [--name NAME]
          --broker   the RabbitMQ broker of the cluster
          --workers  how many workers to start, each a process of its own; by default, one for each processor
          --name     which of the broker's clusters to work for; by default, katas
        """;

    private const int Success = 0;
    private const int Failure = 1;
    private const int WrongUsage = 2;

    /// <summary>What the worker in this process is called, as its executors are told.</summary>
    public static string Name { get; } =
        string.Create(
            CultureInfo.InvariantCulture,
            $"worker {Environment.ProcessId} on {Environment.MachineName}"
        );

    /// <summary>Works until it is told to stop (Ctrl+C, SIGTERM); the jobs in hand are ended first.</summary>
    /// <param name="arguments">The program's arguments.</param>
    /// <returns>The exit code: 0 when it was told to stop, 1 when it cannot work, 2 for arguments it does not know.</returns>
    public static async Task<int> Run(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        try
        {
            var settings = WorkerSettings.Parse(arguments);
            var options = settings.Options;
            var run = settings.IsSupervised
                ? Work(options, jobs: null)
                : Supervise(
                    options,
                    settings.Workers,
                    () => WorkerProgram.StartInfo(options),
                    WriteError
                );
            await run.ConfigureAwait(false);
            return Success;
        }
        catch (FormatException e)
        {
            WriteError($"{e.Message}\n{Usage}");
            return WrongUsage;
        }
        catch (WorkerStartException e)
        {
            WriteError(e.Sentence);
            return Failure;
        }
        catch (Exception e) when (e is NoBrokerException or FileNotFoundException)
        {
            WriteError(e.Message);
            return Failure;
        }
    }

    /// <summary>Supervises workers until it is told to stop (Ctrl+C, SIGTERM); the jobs in hand are ended first. A second Ctrl+C ends it at once.</summary>
    /// <param name="options">Where the cluster is.</param>
    /// <param name="workers">How many; at least 1.</param>
    /// <param name="program">How to start one: a program that calls <see cref="Work"/>.</param>
    /// <param name="log">Is told, in a line, what an operator would like to know; by several threads at once.</param>
    /// <exception cref="WorkerStartException">A worker has ended before it was ready.</exception>
    public static async Task Supervise(
        ClusterOptions options,
        int workers,
        Func<ProcessStartInfo> program,
        Action<string> log
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = On(PosixSignal.SIGINT, stop.TrySetResult);
        using var terminate = On(PosixSignal.SIGTERM, stop.TrySetResult);
        using var starting = new CancellationTokenSource();
        log(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Starting {workers} {(workers == 1 ? "worker" : "workers")} for the cluster '{options.Name}'. Press Ctrl+C to stop when the jobs in hand are done."
            )
        );
        var start = WorkerSupervisor.Start(program, workers, log, starting.Token);
        if (await Task.WhenAny(start, stop.Task).ConfigureAwait(false) == stop.Task)
            await starting.CancelAsync().ConfigureAwait(false);
        try
        {
            var supervisor = await start.ConfigureAwait(false);
            await using var supervisorDisposal = supervisor.ConfigureAwait(false);
            var first = await Task.WhenAny(stop.Task, supervisor.GaveUp).ConfigureAwait(false);
            await first.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (starting.IsCancellationRequested)
        {
            // Told to stop before every worker was ready. Those that had started are gone.
        }
    }

    /// <summary>Is one worker of a supervisor, which is at the other end of standard input and error, until that tells it to stop or is gone.</summary>
    /// <param name="options">Where the cluster is.</param>
    /// <param name="jobs">The jobs that the worker does, by name, and no others; <see langword="null"/> for any method of any assembly.</param>
    /// <exception cref="NoBrokerException">The broker does not let the worker in. A broker that is not there yet is waited for.</exception>
    public static async Task Work(
        ClusterOptions options,
        IReadOnlyDictionary<string, LoadedJob>? jobs
    )
    {
        // Ctrl+C in a terminal would reach the workers as well, and whatever their jobs have started; it is their supervisor that stops them.
        TerminalSession.Leave();
        // Used by the reading thread until the process ends, so it is never disposed of.
        var stop = new CancellationTokenSource();
        using var interrupt = On(PosixSignal.SIGINT, () => true);
        // Standard input is the supervisor's: a job that reads the console finds its end.
        var input = Console.In;
        Console.SetIn(TextReader.Null);
        new Thread(() => ReadMessages(input, stop))
        {
            IsBackground = true,
            Name = "supervisor's messages",
        }.Start();
        var worker = new ClusterWorker(
            options,
            WriteError,
            () => WriteError(WorkerMessageLine.Format(WorkerMessage.Ready)),
            jobs
        );
        await worker.Run(stop.Token).ConfigureAwait(false);
    }

    private static void ReadMessages(TextReader input, CancellationTokenSource stop)
    {
        while (input.ReadLine() is { } line)
        {
            // Not on this thread, which has to notice the end of its input.
            if (WorkerMessageLine.Parse(line) == WorkerMessage.Stop)
                _ = stop.CancelAsync();
        }
        // The supervisor is dead. The broker hands the job in hand to another worker.
        Environment.Exit(Failure);
    }

    /// <param name="signal">The signal.</param>
    /// <param name="handle">Handles it; where it returns <see langword="false"/>, the signal does what it always does.</param>
    private static PosixSignalRegistration On(PosixSignal signal, Func<bool> handle) =>
        PosixSignalRegistration.Create(signal, context => context.Cancel = handle());

    private static void WriteError(string line) => Console.Error.WriteLine(line);
}
