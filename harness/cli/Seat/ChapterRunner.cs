using Katas.Harness.Engine;
using Katas.Harness.Pools.Broker;
using Katas.Harness.Workbook.Memory;

namespace Katas.Harness.Cli.Seat;

/// <summary>Runs a chapter's tests on the learner's files, and remembers how they ended.</summary>
/// <param name="seat">The workbook.</param>
/// <param name="notice">Told, in a sentence, what takes long or has gone wrong beside the tests.</param>
internal sealed class ChapterRunner(LearnerSeat seat, Action<string> notice) : IAsyncDisposable
{
    private readonly ChapterEngine _engine = new(
        seat.Paths,
        new EngineOptions
        {
            Notice = notice,
            Provide = BrokerProvider.Provide,
            ReportRoot = seat.Paths.Root,
        }
    );

    private readonly HashSet<string> _prepared = new(StringComparer.Ordinal);

    /// <summary>Runs a chapter's tests; one run at a time.</summary>
    /// <exception cref="IOException">A file of the chapter cannot be read.</exception>
    public async Task<ChapterMemory> Run(string slug, CancellationToken cancellationToken)
    {
        await Prepare(slug, cancellationToken).ConfigureAwait(false);
        var content = seat.Fingerprint(slug);
        var verdicts = await _engine
            .Run(slug, Sources(slug), cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        var memory = Memory(slug, content, verdicts);
        // What was saved meanwhile may or may not have been tested.
        if (content.Length > 0 && content == seat.Fingerprint(slug))
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

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private async Task Prepare(string slug, CancellationToken cancellationToken)
    {
        if (_prepared.Contains(slug))
            return;
        await _engine.Prepare([slug], cancellationToken).ConfigureAwait(false);
        _prepared.Add(slug);
    }

    private ChapterSources Sources(string slug) =>
        ChapterSources.Read(Path.Combine(seat.Paths.Exercises, slug));

    private ChapterMemory Memory(string slug, string content, ChapterVerdicts verdicts) =>
        new(
            slug,
            content,
            TimeProvider.System.GetUtcNow(),
            [
                .. verdicts.Errors.Select(error =>
                    (error with { File = seat.Paths.Short(error.File) }).ToString()
                ),
            ],
            verdicts.RunError,
            verdicts.Tests
        );

    private void Remember(ChapterMemory memory)
    {
        try
        {
            seat.Memory.Write(memory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            notice($"The verdicts could not be remembered: {e.Message}");
        }
    }
}
