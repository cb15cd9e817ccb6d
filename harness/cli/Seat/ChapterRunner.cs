using Katas.Harness.Engine;
using Katas.Harness.Pools.Broker;
using Katas.Harness.Workbook.Memory;

namespace Katas.Harness.Cli.Seat;

/// <summary>Runs a chapter's tests on the learner's files, and remembers how they ended.</summary>
internal sealed class ChapterRunner : IAsyncDisposable
{
    private readonly LearnerSeat _seat;
    private readonly Action<string> _notice;
    private readonly ChapterEngine _engine;
    private readonly Dictionary<string, Task> _builds = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();
    private volatile string? _building;

    /// <param name="seat">The workbook.</param>
    /// <param name="notice">Told, in a sentence, what takes long or has gone wrong beside the tests.</param>
    /// <param name="isAgain">Whether a chapter will be run again and again, as in the watch, and should have its processes made ready for that.</param>
    public ChapterRunner(LearnerSeat seat, Action<string> notice, bool isAgain = false)
    {
        _seat = seat;
        _notice = notice;
        _engine = new ChapterEngine(
            seat.Paths,
            new EngineOptions
            {
                Notice = text => notice(_building = text),
                Provide = BrokerProvider.Provide,
                ReportRoot = seat.Paths.Root,
                Rehearses = isAgain,
            }
        );
    }

    /// <summary>Runs a chapter's tests; one run at a time.</summary>
    /// <exception cref="IOException">A file of the chapter cannot be read.</exception>
    public async Task<ChapterMemory> Run(string slug, CancellationToken cancellationToken)
    {
        await Prepare(slug, cancellationToken).ConfigureAwait(false);
        var content = _seat.Fingerprint(slug);
        var verdicts = await _engine
            .Run(slug, Sources(slug), cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        var memory = Memory(slug, content, verdicts);
        // What was saved meanwhile may or may not have been tested.
        if (content.Length > 0 && content == _seat.Fingerprint(slug))
            Remember(memory);
        return memory;
    }

    /// <summary>Runs one test in a process that waits for a debugger; remembers nothing.</summary>
    /// <exception cref="IOException">A file of the chapter cannot be read.</exception>
    public async Task<ChapterMemory> Debug(
        string slug,
        DebuggedTest test,
        CancellationToken cancellationToken
    )
    {
        await Prepare(slug, cancellationToken).ConfigureAwait(false);
        var verdicts = await _engine
            .Debug(slug, Sources(slug), test, cancellationToken)
            .ConfigureAwait(false);
        return Memory(slug, "", verdicts);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_builds.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _engine.DisposeAsync().ConfigureAwait(false);
        _end.Dispose();
    }

    // The tests are built against the solution: whoever saves an answer meanwhile ends the wait, and not the build.
    private async Task Prepare(string slug, CancellationToken cancellationToken)
    {
        if (_builds.TryGetValue(slug, out var build) && !build.IsCompleted)
        {
            if (_building is { } building)
                _notice(building);
        }
        else if (build is not { IsCompletedSuccessfully: true })
        {
            _builds[slug] = build = _engine.Prepare([slug], _end.Token);
        }
        await build.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private ChapterSources Sources(string slug) =>
        ChapterSources.Read(Path.Combine(_seat.Paths.Exercises, slug));

    private ChapterMemory Memory(string slug, string content, ChapterVerdicts verdicts) =>
        new(
            slug,
            content,
            TimeProvider.System.GetUtcNow(),
            [
                .. verdicts.Errors.Select(error =>
                    (error with { File = _seat.Paths.Short(error.File) }).ToString()
                ),
            ],
            verdicts.RunError,
            verdicts.Tests
        );

    private void Remember(ChapterMemory memory)
    {
        try
        {
            _seat.Memory.Write(memory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _notice($"The verdicts could not be remembered: {e.Message}");
        }
    }
}
