using System.Globalization;
using Katas.Harness.Cli.Seat;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Failures;

namespace Katas.Harness.Cli.Watch;

/// <summary>Draws a watch: a state in, lines out, as many as the terminal has rows.</summary>
/// <param name="Seat">The workbook.</param>
/// <param name="Layout">The terminal's width and characters.</param>
/// <param name="Height">Its rows.</param>
internal sealed record WatchScreen(LearnerSeat Seat, FailureLayout Layout, int Height)
{
    private static readonly string[] Keys =
    [
        "h hint",
        "l list",
        "n next",
        "p previous",
        "r run again",
        "x reset",
        "s solution",
        "t lesson",
        "e edit",
        "d debug",
        "q quit",
    ];

    private Marks Marks => new(Layout.Unicode);

    private string Rule => new(Layout.Unicode ? '─' : '-', Layout.Width);

    /// <summary>The whole screen.</summary>
    public IReadOnlyList<FailureLine> Lines(WatchState state)
    {
        var footer = FooterRows(state);
        var body = Body(state).SelectMany(Fit).ToList();
        var room = Math.Max(Height - footer.Count - 1, 1);
        var top = TopOf(state, body.Count, room);
        var shown = body.Skip(top).Take(room).ToList();
        var left = body.Count - top - shown.Count;
        var more = (top, left) switch
        {
            (0, 0) => "",
            (_, 0) => $"  {top} lines above: Up",
            (0, _) => $"  {left} more lines: Down or Space",
            _ => $"  {top} lines above, {left} below: Up, Down or Space",
        };
        return [.. shown, new(TextWidth.Cut(more, Layout.Width, ""), Emphasis.Aside), .. footer];
    }

    /// <summary>How far the text can be scrolled at most.</summary>
    public int LastTop(WatchState state) =>
        Math.Max(0, Body(state).SelectMany(Fit).Count() - (Height - FooterRows(state).Count - 1));

    /// <summary>The katas that the list shows, in order.</summary>
    public IReadOnlyList<KataProgress> ListRows() => KataProgress.OfWorkbook(Seat);

    private static int TopOf(WatchState state, int count, int room)
    {
        var last = Math.Max(0, count - room);
        // The list follows its cursor.
        return state.Cursor is { } cursor
            ? Math.Clamp(cursor - room / 2, 0, last)
            : Math.Clamp(state.Top, 0, last);
    }

    private IEnumerable<FailureLine> Body(WatchState state) =>
        state.Page is { } page ? page.Lines(Layout)
        : state.Cursor is { } cursor ? List(cursor)
        : Main(state);

    private IEnumerable<FailureLine> Main(WatchState state) =>
        [
            .. Top(state),
            .. state.Done is { } done ? DoneLines(state, done) : [],
            .. KataLines(state),
            .. Hints(state),
            .. Verdict(state),
        ];

    private IEnumerable<FailureLine> Top(WatchState state)
    {
        var katas = LessonKatas.Read(Seat.Paths, state.Slug);
        var count = state.Memory is { Total: > 0 } memory
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"  {memory.Passed} of {memory.Total} tests pass"
            )
            : "";
        yield return new($"{state.Slug}{count}", Emphasis.Heading);
        var row = katas.Select(kata =>
            $"{(kata == state.Kata ? (Layout.Unicode ? "▸" : ">") : "")}{MarkOf(state, kata)} {kata.Order} {kata.Name}"
        );
        foreach (var line in TextWidth.WrapItems(row, Layout.Width))
            yield return new(line);
        yield return new("");
    }

    private char MarkOf(WatchState state, LessonKata kata) =>
        Marks.Of(
            state.Memory is null ? KataState.NotRun
            : state.Memory.IsDone(kata.Name) ? KataState.Green
            : KataState.Red
        );

    private IEnumerable<FailureLine> DoneLines(WatchState state, LessonKata done)
    {
        var mark = Marks.Of(KataState.Green);
        yield return new($"{mark} {done.Name} is green.", Emphasis.Expected);
        foreach (var line in Wrapped(done.Learned))
            yield return line;
        yield return new("  s: your answer beside ours", Emphasis.Aside);
        if (state.Memory?.IsGreen == true)
            yield return new($"  {state.Slug} is done. n: on to the next chapter", Emphasis.Aside);
        yield return new("");
    }

    private IEnumerable<FailureLine> KataLines(WatchState state)
    {
        if (state.Done == state.Kata)
            yield break;
        var place = Seat.PlaceOf(state.Slug, state.Kata.Name);
        yield return new(
            $"Kata {state.Kata.Order}: {state.Kata.Name}  {place}".TrimEnd(),
            Emphasis.Heading
        );
        foreach (var line in Wrapped(state.Kata.Task))
            yield return line;
        if (state.Memory is { } memory && memory.Of(state.Kata.Name).Any())
            yield return new(
                $"  tests {new ChapterText(Seat, Layout).Dots(memory, state.Kata.Name)}"
            );
        yield return new("");
    }

    private IEnumerable<FailureLine> Hints(WatchState state)
    {
        for (var level = 1; level <= state.HintLevel; level++)
        {
            foreach (
                var line in HintCommand.Lines(Seat, state.Slug, state.Kata.Name, level, Layout)
            )
                yield return line;
            yield return new("");
        }
    }

    private IEnumerable<FailureLine> Verdict(WatchState state)
    {
        if (state.Failure is { } failure)
            return failure.ReplaceLineEndings("\n").Split('\n').SelectMany(line => Wrapped(line));
        return state.Memory is null or { IsGreen: true }
            ? []
            : new ChapterText(Seat, Layout).Wrong(state.Memory, [state.Kata.Name]);
    }

    private IEnumerable<FailureLine> List(int cursor)
    {
        var rows = ListRows();
        for (var i = 0; i < rows.Count; i++)
        {
            var isFirst = i == 0 || rows[i - 1].Slug != rows[i].Slug;
            var pointer = i == cursor ? (Layout.Unicode ? '▸' : '>') : ' ';
            yield return new(
                $"{pointer} {(isFirst ? rows[i].Slug : ""), -28} {Marks.Of(rows[i].State)} {rows[i].Kata.Order} {rows[i].Kata.Name}",
                i == cursor ? Emphasis.Heading
                    : rows[i].State == KataState.Green ? Emphasis.Expected
                    : Emphasis.None
            );
        }
    }

    /// <summary>The rows below the text; in a terminal of a few rows, fewer.</summary>
    private List<FailureLine> FooterRows(WatchState state) =>
        [
            .. Footer(state)
                .SelectMany(Fit)
                .Prepend(new(Rule, Emphasis.Aside))
                .Take(Math.Max(Height - 2, 0)),
        ];

    private IEnumerable<FailureLine> Footer(WatchState state)
    {
        if (state.Page is { } page)
            return [new($"{page.Title}   Space: on  b: back  q: close", Emphasis.Aside)];
        if (state.Cursor is not null)
            return [new("Up, Down: choose  Enter: go there  q: close", Emphasis.Aside)];
        return
        [
            new(Status(state), Emphasis.None),
            .. TextWidth
                .WrapItems(Keys, Layout.Width)
                .Select(line => new FailureLine(line, Emphasis.Aside)),
        ];
    }

    private static string Status(WatchState state) =>
        state.Question switch
        {
            WatchQuestion.Reset =>
                $"Put the stub of {state.Kata.Name} back? Your answer is kept, and `kata undo` brings it back. y/n",
            WatchQuestion.Solution =>
                $"{state.Kata.Name} is not green yet. Press s again to see the reference answer all the same.",
            _ when state.IsRunning =>
                $"{state.Notice ?? "Running the tests ..."}{Seconds(state.RunningFor)}",
            _ when state.Notice is { } notice => notice,
            _ when state.Latency is { } latency => string.Create(
                CultureInfo.InvariantCulture,
                $"Tested {latency.TotalSeconds:0.00} s after the save. Waiting for the next one."
            ),
            _ => "Waiting for a save.",
        };

    /// <summary>Somebody who waits wants to see that something goes on.</summary>
    private static string Seconds(TimeSpan time) =>
        time < TimeSpan.FromSeconds(2)
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" {time.TotalSeconds:0} s");

    private IEnumerable<FailureLine> Wrapped(string text) =>
        TextWidth.Wrap("  " + text, Layout.Width).Select(line => new FailureLine(line));

    /// <summary>A line in as many rows as it takes, so that the terminal breaks none.</summary>
    private IEnumerable<FailureLine> Fit(FailureLine line)
    {
        if (TextWidth.Of(line.Text) <= Layout.Width)
        {
            yield return line;
            yield break;
        }
        foreach (var part in TextWidth.Wrap(line.Text, Layout.Width))
        {
            var rest = part;
            while (TextWidth.Of(rest) > Layout.Width)
            {
                var head = TextWidth.Cut(rest, Layout.Width, "");
                if (head.Length == 0)
                    break;
                yield return line with
                {
                    Text = head,
                };
                rest = rest[head.Length..];
            }
            yield return line with
            {
                Text = rest,
            };
        }
    }
}
