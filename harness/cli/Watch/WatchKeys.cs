using Katas.Harness.Cli.Seat;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Failures;

namespace Katas.Harness.Cli.Watch;

/// <summary>What the keys do.</summary>
/// <param name="session">The watch.</param>
/// <param name="seat">The workbook.</param>
internal sealed class WatchKeys(WatchSession session, LearnerSeat seat)
{
    private const int Forwards = 1;
    private const int Backwards = -1;

    private WatchState State
    {
        get => session.State;
        set => session.State = value;
    }

    /// <summary>A key was pressed.</summary>
    /// <returns>Whether the watch goes on.</returns>
    public bool Press(ConsoleKeyInfo key)
    {
        var letter = char.ToLowerInvariant(key.KeyChar);
        if (State.Page is not null)
            PressOnPage(key.Key, letter);
        else if (State.Cursor is { } cursor)
            PressInList(key.Key, letter, cursor);
        else if (State.Question == WatchQuestion.Reset)
            AnswerReset(letter);
        else if (letter == 'q')
            return false;
        else
            PressInMain(key.Key, letter);
        return true;
    }

    private void PressInMain(ConsoleKey key, char letter)
    {
        var asked = State.Question;
        State = State with
        {
            Question = WatchQuestion.None,
            // While tests are built, the notice tells why nothing happens.
            Notice = State.IsRunning ? State.Notice : null,
        };
        switch (letter)
        {
            case 'h':
                ShowHint();
                break;
            case 'l':
                ShowList();
                break;
            case 'n':
                Step(Forwards);
                break;
            case 'p':
                Step(Backwards);
                break;
            case 'r':
                session.StartRun();
                break;
            case 'x':
                State = State with { Question = WatchQuestion.Reset };
                break;
            case 's':
                ShowSolution(asked == WatchQuestion.Solution);
                break;
            case 't':
                ShowLesson();
                break;
            case 'e':
                Edit();
                break;
            case 'd':
                Debug();
                break;
            case '\r' or '\n':
                session.LetGoOn();
                break;
            default:
                Scroll(key, letter);
                break;
        }
    }

    private void PressOnPage(ConsoleKey key, char letter)
    {
        if (letter is 'q' || key is ConsoleKey.Escape or ConsoleKey.Enter)
            State = State with { Page = null, Top = 0 };
        else
            Scroll(key, letter);
    }

    private void PressInList(ConsoleKey key, char letter, int cursor)
    {
        var rows = session.Screen.ListRows();
        switch (key)
        {
            case ConsoleKey.Enter when cursor < rows.Count:
                session.GoTo(rows[cursor].Slug, rows[cursor].Kata);
                return;
            case ConsoleKey.UpArrow:
                cursor--;
                break;
            case ConsoleKey.DownArrow:
                cursor++;
                break;
            case ConsoleKey.Home:
                cursor = 0;
                break;
            case ConsoleKey.End:
                cursor = rows.Count - 1;
                break;
            case ConsoleKey.Escape:
                State = State with { Cursor = null };
                return;
        }
        cursor +=
            letter == 'k' ? Backwards
            : letter == 'j' ? Forwards
            : 0;
        State = State with
        {
            Cursor = letter is 'q' or 'l' ? null : Math.Clamp(cursor, 0, rows.Count - 1),
        };
    }

    private void Scroll(ConsoleKey key, char letter)
    {
        var screen = session.Screen;
        var page = Math.Max(screen.Height - 5, 1);
        var step = (key, letter) switch
        {
            (ConsoleKey.DownArrow, _) or (_, 'j') => 1,
            (ConsoleKey.UpArrow, _) or (_, 'k') => -1,
            (ConsoleKey.PageDown or ConsoleKey.Spacebar, _) => page,
            (ConsoleKey.PageUp, _) or (_, 'b') => -page,
            (ConsoleKey.Home, _) => -State.Top,
            (ConsoleKey.End, _) => int.MaxValue / 2,
            _ => 0,
        };
        State = State with { Top = Math.Clamp(State.Top + step, 0, screen.LastTop(State)) };
    }

    private void ShowLesson()
    {
        var slug = State.Slug;
        ShowPage(
            $"Lesson of {slug}",
            layout =>
                [
                    .. LessonCommand.Lines(seat, slug, layout),
                    new(""),
                    new(
                        "Press q to go back to the kata. Once this chapter is green, n goes on to the next.",
                        Emphasis.Aside
                    ),
                ]
        );
    }

    private void ShowHint()
    {
        var levels = KataHints
            .Read(seat.Paths, State.Slug)
            .FirstOrDefault(hints => hints.Kata == State.Kata.Name);
        State =
            State.HintLevel < (levels?.Levels.Count ?? 0)
                ? State with
                {
                    HintLevel = State.HintLevel + 1,
                }
                : State with
                {
                    Notice = $"{State.Kata.Name} has no more hints. s shows the reference answer.",
                };
    }

    private void ShowList()
    {
        var rows = session.Screen.ListRows();
        var here = rows.ToList().FindIndex(row => row.Slug == State.Slug && row.Kata == State.Kata);
        State = State with { Cursor = Math.Max(here, 0) };
    }

    private void Step(int direction)
    {
        var rows = session.Screen.ListRows();
        var here = rows.ToList().FindIndex(row => row.Slug == State.Slug && row.Kata == State.Kata);
        var isDone = State.Memory?.IsGreen == true;
        // What is done need not be gone through kata by kata.
        var there =
            direction == Forwards && isDone
                ? rows.ToList().FindLastIndex(row => row.Slug == State.Slug) + 1
                : here + direction;
        if (there < 0 || there >= rows.Count)
            State = State with
            {
                Notice = there < 0 ? "This is the first kata." : "This is the last kata.",
            };
        else
            session.GoTo(rows[there].Slug, rows[there].Kata);
    }

    /// <summary>The kata that has just turned green first, as the screen says; the one that is worked on when it is green, or was asked for twice.</summary>
    private void ShowSolution(bool hasAskedTwice)
    {
        var (slug, kata, memory) = (State.Slug, State.Kata, State.Memory);
        if (memory?.IsGreen == true)
            ShowPage(
                "Your answer beside ours",
                layout => [.. AnswerComparison.Lines(seat, slug, layout)]
            );
        else if (State.Done is { } done && !hasAskedTwice)
        {
            ShowAnswer(done.Name);
            State = State with { Done = null };
        }
        else if (hasAskedTwice || memory?.IsDone(kata.Name) == true)
            ShowAnswer(kata.Name);
        else
            State = State with { Question = WatchQuestion.Solution };

        void ShowAnswer(string name) =>
            ShowPage(
                $"{name}: your answer beside ours",
                layout => [.. AnswerComparison.Lines(seat, slug, name, layout)]
            );
    }

    private void ShowPage(string title, Func<FailureLayout, IReadOnlyList<FailureLine>> lines)
    {
        try
        {
            // A page is made once for each width, not once for each key.
            var made = (Width: 0, Lines: (IReadOnlyList<FailureLine>)[]);
            IReadOnlyList<FailureLine> Made(FailureLayout layout)
            {
                if (made.Width != layout.Width)
                    made = (layout.Width, lines(layout));
                return made.Lines;
            }
            Made(session.Screen.Layout);
            State = State with { Page = new WatchPage(title, Made), Top = 0 };
        }
        catch (Exception e) when (e is UsageException or IOException)
        {
            State = State with { Notice = e.Message };
        }
    }

    private void AnswerReset(char letter)
    {
        State = State with { Question = WatchQuestion.None };
        if (letter != 'y')
            return;
        try
        {
            var kept = KataReset.Run(seat, State.Slug, State.Kata.Name);
            if (kept is not null)
                session.StartRun();
            State = State with
            {
                Notice = kept is null
                    ? "The stub is there already."
                    : $"Your answer is kept in {seat.Archive.PlaceOf(kept)}. `kata undo` brings it back.",
            };
        }
        catch (Exception e) when (e is UsageException or IOException or UnauthorizedAccessException)
        {
            State = State with { Notice = e.Message };
        }
    }

    private void Debug()
    {
        var failure = State.Memory is { } memory
            ? ChapterText.FirstFailure(memory, [State.Kata.Name])
            : null;
        if (failure is null)
            State = State with { Notice = "There is no red test to debug." };
        else
            session.StartDebug(failure);
    }

    private void Edit()
    {
        var place = KataPlace.Find(seat.Sources(State.Slug), State.Kata.Name);
        if (place is null)
        {
            State = State with
            {
                Notice = $"{State.Kata.Name} cannot be found in exercises/{State.Slug}.",
            };
            return;
        }
        var start = EditorCommand.For(
            place,
            Environment.GetEnvironmentVariable,
            EditorCommand.IsInPath
        );
        State = State with
        {
            Notice = start is null
                ? $"No editor is known: set EDITOR, or open {seat.Paths.Short(place.File)}:{place.Line} yourself."
                : WatchSession.RunProgram(start),
        };
    }
}
