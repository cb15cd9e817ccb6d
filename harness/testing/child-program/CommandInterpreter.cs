using System.Diagnostics;
using System.Globalization;

namespace Katas.Harness.Testing.ChildProgram;

/// <summary>Runs the commands of the child program; <see cref="ChildCommand"/> lists them.</summary>
internal sealed class CommandInterpreter
{
    private static int s_count;

    // Set by the thread that runs commands, read by the one that ends the program.
    private volatile Process? _child;
    private volatile bool _ignoresEnd;
    private volatile bool _finishesCommand;

    /// <summary>Whether the program is to stay when its input ends.</summary>
    public bool IgnoresEnd => _ignoresEnd;

    /// <summary>Whether the program is to stay until what was asked is answered.</summary>
    public bool FinishesCommand => _finishesCommand;

    /// <summary>Runs one command.</summary>
    /// <param name="command">The verb, and its argument after a space.</param>
    /// <param name="wasAsked">Whether the answer is to be written.</param>
    public void Run(string command, bool wasAsked)
    {
        var space = command.IndexOf(' ', StringComparison.Ordinal);
        var (verb, rest) = space < 0 ? (command, "") : (command[..space], command[(space + 1)..]);
        if (Answer(verb, rest) is { } answer && wasAsked)
            Console.Out.WriteLine($"= {answer}");
    }

    /// <summary>Kills the child's own child, and says goodbye.</summary>
    public void End()
    {
        _child?.Kill();
        Console.Error.WriteLine("bye");
    }

    private string? Answer(string verb, string rest) =>
        verb switch
        {
            "echo" => rest,
            "pid" => Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
            "count" => Interlocked.Increment(ref s_count).ToString(CultureInfo.InvariantCulture),
            "unicode" => "라면 한 그릇 🍜",
            "talk" => Talk(rest),
            "complain" => Complain(rest),
            "hold" => Hold(rest),
            "finish" => Finish(rest),
            "meet" => Meet(rest),
            "mark" => Mark(rest),
            "flood" => Flood(rest),
            "chatter" => Chatter(rest),
            "deaf" => IgnoreEnd(),
            "grandchild" => Grandchild(),
            "exit" => Exit(rest),
            "crash" => throw new InvalidOperationException("The roof came down."),
            _ => $"unknown command: {verb}",
        };

    private static string Complain(string text)
    {
        Console.Error.WriteLine(text);
        return "said";
    }

    private static string Talk(string text)
    {
        Console.Out.WriteLine(text);
        return "talked";
    }

    private string Finish(string folder)
    {
        _finishesCommand = true;
        return Hold(folder);
    }

    private static string Hold(string folder)
    {
        Touch(folder, $"in-{Environment.ProcessId}");
        return WaitUntil(() => File.Exists(Path.Combine(folder, "open"))) ? "let go" : "gave up";
    }

    private static string Meet(string rest)
    {
        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        var parties = int.Parse(rest[..space], CultureInfo.InvariantCulture);
        var folder = rest[(space + 1)..];
        Touch(folder, $"met-{Environment.ProcessId}");
        return WaitUntil(() => Directory.EnumerateFiles(folder, "met-*").Count() >= parties)
            ? "met"
            : "nobody came";
    }

    private static string? Mark(string file)
    {
        File.Create(file).Dispose();
        return null;
    }

    private static string Flood(string rest)
    {
        var (stream, lines) = rest.StartsWith("err ", StringComparison.Ordinal)
            ? (Console.Error, rest[4..])
            : (Console.Out, rest[4..]);
        Write(stream, int.Parse(lines, CultureInfo.InvariantCulture));
        return "flooded";
    }

    /// <summary>Answers first, and goes on writing without having been asked.</summary>
    private static string? Chatter(string file)
    {
        Console.Out.WriteLine("= listen");
        Write(Console.Out, 300);
        return Mark(file);
    }

    private string IgnoreEnd()
    {
        _ignoresEnd = true;
        return "what?";
    }

    /// <summary>Starts a process of its own, which does not exit when its input ends.</summary>
    private string Grandchild()
    {
        var start = new ProcessStartInfo(ChildCommand.FileName, ChildCommand.Arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
        };
        var child = Process.Start(start)!;
        _child = child;
        return child.Id.ToString(CultureInfo.InvariantCulture);
    }

    private static string? Exit(string code)
    {
        Console.Error.WriteLine("closing early");
        Environment.Exit(int.Parse(code, CultureInfo.InvariantCulture));
        return null;
    }

    private static void Write(TextWriter stream, int lines)
    {
        var line = new string('~', 1000);
        for (var i = 0; i < lines; i++)
            stream.WriteLine(line);
    }

    private static void Touch(string folder, string file) =>
        File.Create(Path.Combine(folder, file)).Dispose();

    private static bool WaitUntil(Func<bool> condition)
    {
        var start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(start) > TimeSpan.FromSeconds(20))
                return false;
            Thread.CurrentThread.Join(TimeSpan.FromMilliseconds(2));
        }
        return true;
    }
}
