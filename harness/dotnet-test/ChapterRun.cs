using Katas.Harness.DotnetTest.TestLogger;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.DotnetTest;

/// <summary>
/// What is known of one chapter's tests over several calls of vstest: the first over all chapters and, when a test process was lost, one more
/// for what is left. Whose fault that was is decided by <see cref="RunState"/>, as in the engine.
/// </summary>
internal sealed class ChapterRun(TestAssembly tests, string? userFilter, TimeSpan silence)
{
    private readonly RunState _state = new();

    /// <summary>Why the chapter, or the rest of it, did not run.</summary>
    public RunError? Error { get; private set; }

    /// <summary>Whether a test process of the chapter was lost.</summary>
    public bool HostFailed { get; private set; }

    /// <summary>The verdicts so far.</summary>
    public IReadOnlyList<TestVerdict> Verdicts => _state.Verdicts;

    /// <summary>The filter for the tests that have no verdict yet; <see langword="null"/> for all.</summary>
    public string? Filter =>
        TestFilter.Without(userFilter, _state.Verdicts.Select(verdict => verdict.Test.FullName));

    /// <summary>Takes in what came of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isAlone">Whether the call was about this chapter only.</param>
    /// <returns>Whether tests are left to run in a fresh process.</returns>
    public bool Add(VSTestCall call, bool isAlone)
    {
        var before = _state.Verdicts.Count;
        var host = call.HostOf(tests.Path);
        Replay(host, [.. call.Results.Where(result => result.Assembly == tests.Path)]);
        if (!IsLost(host, call))
            return false;
        HostFailed = true;
        // Where one chapter's test ends vstest itself, no other is at fault: each goes on in a call of its own, in which it is known.
        if (!isAlone && (call.WasSilent || EndedFromOutside(call)))
            return true;
        Error = tests.Sources is null
            ? Failure(host, call).ToRunError()
            : _state.Fail(Failure(host, call));
        // vstest may not know the filter's test by that name: it would be run, and lost, again and again.
        if (Error is null && _state.Verdicts.Count == before)
            Error = Failure(host, call).ToRunError();
        return Error is null && _state.Left.Count > 0;
    }

    private bool IsComplete => _state.IsDiscovered && _state.Left.Count == 0;

    private void Replay(HostJournal? host, IReadOnlyList<LoggedResult> results)
    {
        var guards = new Dictionary<string, Outcome>(StringComparer.Ordinal);
        _state.BeginHost();
        foreach (var entry in host?.Entries ?? [])
        {
            if (entry is { Event: JournalEvent.Begin, Tests: { } all })
                _state.Discover(all);
            if (entry is { Event: JournalEvent.End, Outcome: { } outcome })
                guards[entry.Subject] = outcome;
        }
        foreach (var result in results.Where(result => OutcomeOf(result, guards) is not null))
        {
            _state.End(
                new TestVerdict(
                    _state.Find(result.Test),
                    OutcomeOf(result, guards)!.Value,
                    result.Message,
                    result.StackTrace,
                    result.Output
                )
            );
        }
        if (Running(host) is { } running)
            _state.Start(running);
    }

    /// <summary>The guard runs one test at a time, so only the last that started can be running.</summary>
    private static string? Running(HostJournal? host) =>
        host?.Entries.LastOrDefault(entry => entry.Event is JournalEvent.Start or JournalEvent.End)
            is { Event: JournalEvent.Start } last
            ? last.Subject
            : null;

    private static Outcome? OutcomeOf(LoggedResult result, Dictionary<string, Outcome> guards) =>
        result.Outcome switch
        {
            "Passed" => Outcome.Passed,
            "Failed" => guards.GetValueOrDefault(result.Test, Outcome.Failed),
            "Skipped" => Outcome.Skipped,
            _ => null,
        };

    private HostFailure Failure(HostJournal? host, VSTestCall call)
    {
        // A test process that has lost vstest exits on its own account.
        if (host?.ExitCode is { } code && !EndedFromOutside(call))
            return HostFailure.Exit(code);
        if (host is not null && call.Flooded.Contains(host.ProcessId))
            return HostFailure.OutputLimit(HostFailure.OutputLimitBytes);
        return call.WasSilent
            ? HostFailure.TimeLimit(silence)
            : HostFailure.Crash(host?.Errors ?? call.Output);
    }

    /// <summary>A test process that began and did not come to its end; or one that never began although its tests were wanted.</summary>
    private bool IsLost(HostJournal? host, VSTestCall call) =>
        host is null
            ? call.WasSilent || (userFilter is null && call.ExitCode != 0 && !IsComplete)
            : !host.IsDone;

    /// <summary>vstest ends with 0 or 1, whatever its test processes do.</summary>
    private static bool EndedFromOutside(VSTestCall call) => call.ExitCode is not (0 or 1);
}
