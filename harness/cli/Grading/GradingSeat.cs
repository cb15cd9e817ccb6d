using Katas.Harness.Engine;
using Katas.Harness.Grading;
using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Cluster;

namespace Katas.Harness.Cli.Grading;

/// <summary>Who grades: this machine, or the workers of a cluster.</summary>
internal sealed class GradingSeat : IAsyncDisposable
{
    private readonly ChapterEngine? _engine;
    private readonly IAsyncDisposable _disposal;

    private GradingSeat(IChapterGrader grader, IAsyncDisposable disposal, ChapterEngine? engine) =>
        (Grader, _disposal, _engine) = (grader, disposal, engine);

    /// <summary>Judges chapters.</summary>
    public IChapterGrader Grader { get; }

    /// <summary>This machine.</summary>
    /// <exception cref="UsageException">The sandbox that was asked for does not work here.</exception>
    public static GradingSeat Here(GradeRequest request, GradingConfig config)
    {
        // What is graded runs in processes of the grader's own.
        var engine = new ChapterEngine(
            request.Paths,
            CommandEngine.Options with
            {
                SpareHosts = 0,
            }
        );
        try
        {
            var grader = new ChapterGrader(
                request.Paths,
                engine,
                new()
                {
                    Sandbox = request.Sandbox,
                    RunsWhatIsNotAllowed = RunsWhatIsNotAllowed(config),
                }
            );
            return new(grader, grader, engine);
        }
        catch (SandboxException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <summary>The workers of the broker that the request names.</summary>
    /// <exception cref="ClusterException">There is no broker, or it does not let us in.</exception>
    public static async Task<GradingSeat> Cluster(
        GradeRequest request,
        GradingConfig config,
        Action<string> notice,
        CancellationToken cancellationToken
    )
    {
        var grader = await ClusterChapterGrader
            .Connect(
                request.Paths,
                GradingCluster.On(request.Cluster!) with
                {
                    Notice = notice,
                },
                RunsWhatIsNotAllowed(config),
                cancellationToken
            )
            .ConfigureAwait(false);
        return new(grader, grader, engine: null);
    }

    /// <summary>Builds what grading these chapters needs here.</summary>
    public Task Prepare(IEnumerable<string> slugs, CancellationToken cancellationToken) =>
        _engine?.Prepare(slugs, cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _disposal.DisposeAsync().ConfigureAwait(false);
        if (_engine is not null)
            await _engine.DisposeAsync().ConfigureAwait(false);
    }

    private static bool RunsWhatIsNotAllowed(GradingConfig config) =>
        config.Violations == ViolationRule.Flag;
}
