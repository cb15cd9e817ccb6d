using System.Text;
using Katas.Harness.Cli.Seat;
using Katas.Harness.Workbook.Failures;

namespace Katas.Harness.Cli.Watch;

/// <summary>The terminal while a watch is on it: the alternate screen, without a cursor. Disposed, it is as it was before.</summary>
internal sealed class WatchTerminal : IDisposable
{
    private const string EnterScreen = "\e[?1049h\e[?25l";
    private const string LeaveScreen = "\e[?25h\e[?1049l";

    private readonly bool _hasColor;

    public WatchTerminal(bool hasColor)
    {
        _hasColor = hasColor;
        Enter();
    }

    /// <summary>Its columns.</summary>
    public static int Width => Math.Max(Console.WindowWidth, 20);

    /// <summary>Its rows.</summary>
    public static int Height => Math.Max(Console.WindowHeight, 5);

    /// <summary>Shows lines, and nothing else.</summary>
    public void Draw(IEnumerable<FailureLine> lines)
    {
        var frame = new StringBuilder("\e[H");
        var isFirst = true;
        foreach (var line in lines)
        {
            // The line end comes before each line but the first: after the last it would scroll.
            frame
                .Append(isFirst ? "" : "\r\n")
                .Append(LineColor.Apply(line, _hasColor))
                .Append("\e[K");
            isFirst = false;
        }
        Write(frame.Append("\e[J").ToString());
    }

    /// <summary>Gives the terminal to another program for as long as the action takes.</summary>
    public static void Lend(Action action)
    {
        Leave();
        try
        {
            action();
        }
        finally
        {
            Enter();
        }
    }

    /// <summary>Takes the terminal, as after Ctrl+Z and <c>fg</c>.</summary>
    public static void Enter() => Write(EnterScreen);

    /// <summary>Gives the terminal back, as before Ctrl+Z.</summary>
    public static void Leave() => Write(LeaveScreen);

    public void Dispose() => Leave();

    private static void Write(string text)
    {
        Console.Out.Write(text);
        Console.Out.Flush();
    }
}
