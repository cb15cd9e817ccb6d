using Katas.Harness.Engine;
using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;
using Katas.Harness.Pools.Cluster;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Cluster;

/// <summary>Has chapters judged by workers on any number of machines, over a RabbitMQ broker. See <see cref="ClusterGradeWorker"/>.</summary>
public sealed class ClusterChapterGrader : IChapterGrader, IAsyncDisposable
{
    /// <summary>How long workers that have a job in hand are waited for when it is not needed any more.</summary>
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(5);

    private readonly string _workbook;
    private readonly bool _runsWhatIsNotAllowed;
    private readonly ClusterExecutor _executor;
    private readonly WorkerCount _count;

    private ClusterChapterGrader(
        string workbook,
        bool runsWhatIsNotAllowed,
        ClusterExecutor executor,
        WorkerCount count
    ) =>
        (_workbook, _runsWhatIsNotAllowed, _executor, _count) = (
            workbook,
            runsWhatIsNotAllowed,
            executor,
            count
        );

    /// <summary>Each worker has a sandbox of its own, or none.</summary>
    public string? Isolation => null;

    /// <summary>Connects to the broker.</summary>
    /// <param name="paths">The workbook.</param>
    /// <param name="cluster">Where the cluster is; usually <see cref="GradingCluster.On"/>. Its notice is told when workers come and go.</param>
    /// <param name="runsWhatIsNotAllowed">See <see cref="GraderOptions.RunsWhatIsNotAllowed"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ClusterException">There is no broker at the address, or it does not let us in.</exception>
    public static async Task<ClusterChapterGrader> Connect(
        WorkbookPaths paths,
        ClusterOptions cluster,
        bool runsWhatIsNotAllowed,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(cluster);
        try
        {
            var executor = await ClusterExecutor
                .Connect(cluster, cancellationToken)
                .ConfigureAwait(false);
            return new(
                WorkbookVersion.Of(paths),
                runsWhatIsNotAllowed,
                executor,
                new WorkerCount(executor, cluster)
            );
        }
        catch (NoBrokerException e)
        {
            throw new ClusterException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ClusterException">A worker has another workbook, or the broker lets us in no more.</exception>
    public async Task<ChapterGrade> Grade(
        string slug,
        string folder,
        CancellationToken cancellationToken = default
    )
    {
        var files = ChapterSources
            .Read(folder)
            .Files.Select(file => new SubmittedFile(
                Path.GetRelativePath(folder, file.Path).Replace('\\', '/'),
                file.Text
            ));
        var job = new ChapterJob(_workbook, slug, _runsWhatIsNotAllowed, [.. files]);
        try
        {
            var answer = await _executor
                .SubmitNamed<byte[], byte[]>(
                    GradingCluster.Job,
                    PackedJson.Pack(job),
                    cancellationToken
                )
                // A worker that was lost answers no cancellation.
                .WaitAsync(cancellationToken)
                .ConfigureAwait(false);
            return Grade(slug, PackedJson.Unpack<ChapterAnswer>(answer));
        }
        catch (PoisonJobException e)
        {
            return new(slug, ChapterState.NotJudged, [])
            {
                Notes =
                [
                    // Not all that die can still say that they had begun.
                    $"It was set aside: one worker after the other died while grading it{(e.Workers.Count == 0 ? "" : $" ({string.Join(", ", e.Workers)})")}. Look at what it does; the same command tries it again.",
                ],
            };
        }
        catch (NoBrokerException e)
        {
            throw new ClusterException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _count.DisposeAsync().ConfigureAwait(false);
        // What nobody waits for any more is left to the broker, which forgets our queue after an hour.
        await _executor
            .Shutdown(cancelPending: true)
            .WaitAsync(ShutdownLimit)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private ChapterGrade Grade(string slug, ChapterAnswer answer) =>
        answer.Grade is { } grade
            ? grade with
            {
                Slug = slug,
            }
            : throw new ClusterException(
                $"{answer.Worker} has version {answer.Workbook} of the workbook, and this one is version {_workbook}. Verdicts depend on it: bring both to the same version, or stop that worker, and start again."
            );
}
