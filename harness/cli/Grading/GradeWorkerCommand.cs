using System.CommandLine;
using System.Diagnostics;
using Katas.Harness.Engine;
using Katas.Harness.Grading;
using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Cluster;
using Katas.Harness.Machines;
using Katas.Harness.Pools.Broker;
using Katas.Harness.Pools.Cluster;
using Katas.Harness.Pools.Cluster.Worker;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Grading;

/// <summary><c>worker</c>: grades for a <c>grade --cluster</c> on another machine.</summary>
/// <remarks>Exit codes: 0 it was told to stop (Ctrl+C, SIGTERM), and what it had in hand is graded; 2 it cannot work.</remarks>
internal static class GradeWorkerCommand
{
    public const string Name = "worker";

    private const string MemberOption = "--member";

    /// <summary>By which a member finds its broker: a command line can be read by everybody on the machine.</summary>
    private const string BrokerVariable = "KATA_WORKER_BROKER";

    /// <summary>By which a member finds the folder in which it may write.</summary>
    private const string FolderVariable = "KATA_WORKER_FOLDER";

    private const int MostWorkers = 256;

    private static readonly EngineOptions s_engine = CommandEngine.Options with { SpareHosts = 0 };

    public static Command Create()
    {
        var broker = new Option<string?>("--broker")
        {
            Description = "The RabbitMQ broker, for example amqp://USER:PASSWORD@HOST.",
        };
        var workers = new Option<int>("--workers")
        {
            Description =
                "How many chapters to grade at once [default: twice the number of cores].",
            CustomParser = result => WholeNumber.Parse(result, "--workers", 1, MostWorkers),
            DefaultValueFactory = _ => GraderOptions.Parallelism,
        };
        var sandbox = SandboxNames.Option();
        var member = new Option<bool>(MemberOption) { Hidden = true };
        var command = new Command(
            Name,
            "Grades for a kata grade --cluster that runs elsewhere, with the workbook of this machine. Ctrl+C stops it when what it has in hand is graded, with exit code 0; a second one at once. Exit code 2 when it cannot work."
        )
        {
            broker,
            workers,
            sandbox,
            member,
        };
        command.SetGuardedAction(
            (parsed, cancellationToken) =>
            {
                var kind = SandboxNames.Parse(parsed.GetValue(sandbox));
                return parsed.GetValue(member)
                    ? Work(kind)
                    : Supervise(
                        parsed.GetValue(broker)
                            ?? throw new UsageException(
                                "--broker is missing: the address that kata grade has been given with --cluster."
                            ),
                        parsed.GetValue(workers),
                        kind,
                        cancellationToken
                    );
            }
        );
        return command;
    }

    private static async Task<int> Supervise(
        string broker,
        int workers,
        SandboxKind sandbox,
        CancellationToken cancellationToken
    )
    {
        var address = BrokerOption.Parse(broker, "--broker");
        var paths = WorkbookPaths.Find();
        var engine = new ChapterEngine(paths, s_engine);
        await using (engine.ConfigureAwait(false))
        {
            // Its only use here is to say what it has, or that it has not what was asked for.
            var grader = Grader(paths, engine, new() { Sandbox = sandbox });
            await using var graderDisposal = grader.ConfigureAwait(false);
            Prose.Out(PlainText.Console(grader.Isolation!));
            Console.WriteLine($"The workbook is version {WorkbookVersion.Of(paths)}.");
            // Here, because members would build the same at the same time.
            await engine.Prepare(paths.Slugs(), cancellationToken).ConfigureAwait(false);
        }
        var folder = Directory.CreateTempSubdirectory("kata-worker-").FullName;
        try
        {
            await WorkerCommand
                .Supervise(
                    GradingCluster.On(address),
                    workers,
                    () => Member(address, folder, sandbox),
                    line => Console.WriteLine(PlainText.Console(line))
                )
                .ConfigureAwait(false);
            return ExitCodes.Ok;
        }
        catch (WorkerStartException e)
        {
            throw new UsageException(e.Sentence);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ProcessStartInfo Member(Uri broker, string folder, SandboxKind sandbox)
    {
        var start = DotnetHost.StartInfo(
            typeof(GradeWorkerCommand).Assembly.Location,
            Name,
            MemberOption,
            "--sandbox",
            SandboxNames.Of(sandbox)
        );
        start.Environment[BrokerVariable] = broker.AbsoluteUri;
        start.Environment[FolderVariable] = folder;
        // Submissions of chapter 14 are given this one, and whoever has the cluster's broker can forge grades.
        if (
            Environment.GetEnvironmentVariable(SharedBroker.Variable) is { } named
            && IsSamePlace(named, broker)
        )
            start.Environment.Remove(SharedBroker.Variable);
        return start;
    }

    private static bool IsSamePlace(string named, Uri broker) =>
        Uri.TryCreate(named, UriKind.Absolute, out var other)
        && other.Port == broker.Port
        && (other.Host == broker.Host || (other.IsLoopback && broker.IsLoopback));

    private static async Task<int> Work(SandboxKind sandbox)
    {
        if (
            Environment.GetEnvironmentVariable(BrokerVariable) is not { } broker
            || Environment.GetEnvironmentVariable(FolderVariable) is not { } folder
        )
            throw new UsageException($"{MemberOption} is for kata worker alone.");
        // No submission is to find it.
        Environment.SetEnvironmentVariable(BrokerVariable, null);
        var paths = WorkbookPaths.Find();
        var engine = new ChapterEngine(paths, s_engine with { Notice = Prose.Error });
        await using var engineDisposal = engine.ConfigureAwait(false);
        var graders = new List<ChapterGrader>();
        var worker = new ClusterGradeWorker(
            WorkbookVersion.Of(paths),
            runsWhatIsNotAllowed =>
            {
                var grader = Grader(
                    paths,
                    engine,
                    new() { Sandbox = sandbox, RunsWhatIsNotAllowed = runsWhatIsNotAllowed }
                );
                graders.Add(grader);
                return grader;
            },
            folder,
            Prose.Error
        );
        try
        {
            await worker
                .Run(GradingCluster.On(BrokerOption.Parse(broker, BrokerVariable)))
                .ConfigureAwait(false);
            return ExitCodes.Ok;
        }
        catch (NoBrokerException e)
        {
            throw new UsageException(e.Message);
        }
        finally
        {
            foreach (var grader in graders)
                await grader.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static ChapterGrader Grader(
        WorkbookPaths paths,
        ChapterEngine engine,
        GraderOptions options
    )
    {
        try
        {
            return new(paths, engine, options);
        }
        catch (SandboxException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
