using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using Katas.Harness.Cli.Seat;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Memory;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Cli.Watch;

/// <summary>
/// One watch from its beginning to its end: takes events one by one, and draws what has become of the state. Nothing runs while it waits.
/// </summary>
internal sealed class WatchSession : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly LearnerSeat _seat;
    private readonly WatchTerminal _terminal;
    private readonly Channel<WatchEvent> _events = Channel.CreateUnbounded<WatchEvent>();
    private readonly ChapterRunner _runner;
    private readonly KeyReader _keys;
    private readonly WatchKeys _actions;
    private readonly ITimer _ticks;
    private FileChanges? _changes;
    private CancellationTokenSource? _run;
    private Task _running = Task.CompletedTask;
    private int _runNumber;
    private long _startedAt;
    private long? _savedAt;
    private string _tested = "";
    private TaskCompletionSource? _goOn;

    public WatchSession(LearnerSeat seat, WatchTerminal terminal, KataProgress start)
    {
        void Notice(string text) => _events.Writer.TryWrite(new WatchEvent.Noticed(text));
        // What is said beside the screen would be drawn over.
        _seat = seat with
        {
            Memory = new KataMemory(seat.Paths, Notice),
        };
        _terminal = terminal;
        State = new WatchState(start.Slug, start.Kata);
        _runner = new ChapterRunner(_seat, Notice, isAgain: true);
        _keys = new KeyReader(_events.Writer);
        _actions = new WatchKeys(this, _seat);
        _ticks = TimeProvider.System.CreateTimer(
            _ => _events.Writer.TryWrite(new WatchEvent.Ticked()),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>What is shown.</summary>
    public WatchState State { get; set; }

    /// <summary>How it is drawn.</summary>
    public WatchScreen Screen =>
        new(_seat, _seat.Layout with { Width = WatchTerminal.Width }, WatchTerminal.Height);

    /// <summary>Watches until somebody quits.</summary>
    /// <exception cref="OperationCanceledException">Ctrl+C.</exception>
    public async Task Run(CancellationToken cancellationToken)
    {
        using var resized = OperatingSystem.IsWindows()
            ? null
            : OnSignal(PosixSignal.SIGWINCH, () => { });
        using var suspended = OperatingSystem.IsWindows()
            ? null
            : OnSignal(PosixSignal.SIGTSTP, WatchTerminal.Leave);
        using var continued = OperatingSystem.IsWindows()
            ? null
            : OnSignal(PosixSignal.SIGCONT, WatchTerminal.Enter);
        Open(State.Slug);
        Draw();
        await foreach (
            var happened in _events.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false)
        )
        {
            if (!Handle(happened))
                return;
            Draw();
        }
    }

    /// <summary>Goes to another kata.</summary>
    public void GoTo(string slug, LessonKata kata)
    {
        var isElsewhere = slug != State.Slug;
        State = State.WithKata(slug, kata);
        if (isElsewhere)
            Open(slug);
    }

    /// <summary>Runs the chapter's tests.</summary>
    public void StartRun()
    {
        var slug = State.Slug;
        _tested = _seat.Fingerprint(slug);
        Start(
            async (number, cancellationToken) =>
                new WatchEvent.RunEnded(
                    number,
                    await _runner.Run(slug, cancellationToken).ConfigureAwait(false)
                )
        );
        _ticks.Change(Second, Second);
    }

    /// <summary>Runs one test in a process that waits for a debugger, until it ends or something is saved.</summary>
    /// <param name="verdict">How it ended before.</param>
    public void StartDebug(TestVerdict verdict)
    {
        var slug = State.Slug;
        _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var request = DebugCommand.Request(
            verdict,
            process =>
                _events.Writer.TryWrite(
                    new WatchEvent.Noticed(DebugCommand.Invitation(verdict, process))
                ),
            _goOn.Task
        );
        Start(
            async (number, cancellationToken) =>
                new WatchEvent.DebugEnded(
                    number,
                    await _runner.Debug(slug, request, cancellationToken).ConfigureAwait(false)
                )
        );
    }

    /// <summary>Lets a test run that waits for a debugger.</summary>
    public void LetGoOn() => _goOn?.TrySetResult();

    /// <summary>Gives the terminal to a program, and waits for it.</summary>
    /// <returns>Why it could not be started, or <see langword="null"/>.</returns>
    public static string? RunProgram(ProcessStartInfo start)
    {
        string? error = null;
        WatchTerminal.Lend(() =>
        {
            try
            {
                using var process = Process.Start(start);
                process?.WaitForExit();
            }
            catch (Win32Exception e)
            {
                error = $"'{start.FileName}' could not be started ({e.Message}). Is EDITOR right?";
            }
        });
        return error;
    }

    public async ValueTask DisposeAsync()
    {
        _changes?.Dispose();
        await _ticks.DisposeAsync().ConfigureAwait(false);
        if (_run is not null)
            await _run.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _run?.Dispose();
        _keys.Dispose();
        await _runner.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>A chapter comes up: what is remembered is shown, or else its tests run.</summary>
    private void Open(string slug)
    {
        _changes?.Dispose();
        _changes = new FileChanges(Path.Combine(_seat.Paths.Exercises, slug), _events.Writer);
        var memory = _seat.Memory.ReadCurrent(slug);
        State = State with { Memory = memory };
        _savedAt = null;
        StartRun();
    }

    private void Draw()
    {
        try
        {
            _terminal.Draw(Screen.Lines(State));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or UsageException)
        {
            // A lesson or an answer cannot be read just now.
            _terminal.Draw([new(e.Message)]);
        }
    }

    /// <summary>Returns whether to go on.</summary>
    private bool Handle(WatchEvent happened)
    {
        switch (happened)
        {
            case WatchEvent.KeyPressed pressed:
                var goesOn = _actions.Press(pressed.Key);
                _keys.Continue();
                return goesOn;
            case WatchEvent.FilesTouched touched:
                Touch(touched.At);
                break;
            case WatchEvent.RunEnded ended when ended.Number == _runNumber:
                State = State.WithVerdicts(
                    ended.Memory,
                    LessonKatas.Read(_seat.Paths, State.Slug)
                ) with
                {
                    Latency = _savedAt is { } at ? TimeProvider.System.GetElapsedTime(at) : null,
                };
                _savedAt = null;
                break;
            case WatchEvent.Ticked when State.IsRunning:
                State = State with { RunningFor = TimeProvider.System.GetElapsedTime(_startedAt) };
                break;
            case WatchEvent.Ticked:
                _ticks.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                ReleaseMemory();
                break;
            case WatchEvent.DebugEnded ended when ended.Number == _runNumber:
                State = State with
                {
                    IsRunning = false,
                    Notice =
                        DebugCommand.Ending(ended.Memory)
                        ?? "The test has ended, and is red. The next save tests the whole chapter.",
                };
                break;
            case WatchEvent.RunFailed failed when failed.Number == _runNumber:
                State = State with
                {
                    IsRunning = false,
                    Failure = failed.Reason,
                    Notice = null,
                    Done = null,
                };
                break;
            case WatchEvent.Noticed noticed:
                State = State with { Notice = noticed.Text };
                break;
        }
        return true;
    }

    /// <summary>Nothing has happened since the last verdict: what the compiler has left behind is given back while somebody reads.</summary>
    private static void ReleaseMemory() =>
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    /// <summary>Most of what editors do to a folder changes no code: swap files, times, what is written as it was.</summary>
    private void Touch(long at)
    {
        var content = _seat.Fingerprint(State.Slug);
        if (content == _tested && content.Length > 0)
            return;
        _savedAt = at;
        StartRun();
    }

    /// <summary>Does something in the background, in the place of what is being done.</summary>
    private void Start(Func<int, CancellationToken, Task<WatchEvent>> work)
    {
        _run?.Cancel();
        _run = new CancellationTokenSource();
        _startedAt = TimeProvider.System.GetTimestamp();
        State = State with
        {
            IsRunning = true,
            RunningFor = TimeSpan.Zero,
            Notice = null,
            Latency = null,
        };
        _ticks.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _running = RunOnce(++_runNumber, State.Slug, work, _running, _run.Token);
    }

    private async Task RunOnce(
        int number,
        string slug,
        Func<int, CancellationToken, Task<WatchEvent>> work,
        Task before,
        CancellationToken cancellationToken
    )
    {
        // The loop goes on at once; and a run that was cancelled ends first.
        await Task.Yield();
        await before.ConfigureAwait(false);
        try
        {
            _events.Writer.TryWrite(await work(number, cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Something was saved meanwhile.
        }
        catch (Exception e)
        {
            // Whatever it was, the next save may mend it, and nobody has to start again.
            _events.Writer.TryWrite(new WatchEvent.RunFailed(number, Explain(slug, e)));
        }
    }

    private static string Explain(string slug, Exception e) =>
        e is DirectoryNotFoundException
            ? $"The folder exercises/{slug} is gone, or has no files. `kata reset {slug[..2]}` brings the stubs back."
        : e is IOException or UnauthorizedAccessException
            ? $"{CommandErrors.Sentence(e)} r tries it again."
        : e.Message;

    /// <summary>Does something at a signal, beside what the system does, and draws again.</summary>
    private PosixSignalRegistration OnSignal(PosixSignal signal, Action action) =>
        PosixSignalRegistration.Create(
            signal,
            _ =>
            {
                action();
                _events.Writer.TryWrite(new WatchEvent.Resized());
            }
        );
}
