using System.Diagnostics;
using System.Globalization;

namespace Katas.Harness.Testing.ChildProgram;

/// <summary>Does what it is told.</summary>
internal sealed class Cook
{
    private static int s_bowls;
    private Process? _child;

    /// <summary>Whether it stays when its input ends.</summary>
    public bool IsDeaf { get; private set; }

    /// <summary>Does one order.</summary>
    /// <param name="order">The verb, and what goes with it.</param>
    /// <param name="wasAsked">Whether somebody waits for the answer.</param>
    public void Do(string order, bool wasAsked)
    {
        var space = order.IndexOf(' ', StringComparison.Ordinal);
        var (verb, rest) = space < 0 ? (order, "") : (order[..space], order[(space + 1)..]);
        if (Answer(verb, rest) is { } answer && wasAsked)
            Console.Out.WriteLine($"= {answer}");
    }

    /// <summary>Goes in good order.</summary>
    public void Leave()
    {
        _child?.Kill();
        Console.Error.WriteLine("bye");
    }

    private string? Answer(string verb, string rest) =>
        verb switch
        {
            "echo" => rest,
            "pid" => Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
            "count" => Interlocked.Increment(ref s_bowls).ToString(CultureInfo.InvariantCulture),
            "unicode" => "라면 한 그릇 🍜",
            "hold" => Hold(rest),
            "meet" => Meet(rest),
            "mark" => Mark(rest),
            "flood" => Flood(rest),
            "chatter" => Chatter(rest),
            "deaf" => Deafen(),
            "grandchild" => Grandchild(),
            "exit" => Exit(rest),
            "crash" => throw new InvalidOperationException("The roof came down."),
            _ => $"unknown order: {verb}",
        };

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

    /// <summary>Answers first, and goes on talking without having been asked.</summary>
    private static string? Chatter(string file)
    {
        Console.Out.WriteLine("= listen");
        Write(Console.Out, 300);
        return Mark(file);
    }

    private string Deafen()
    {
        IsDeaf = true;
        return "what?";
    }

    /// <summary>Starts a process of its own, which does not go by itself.</summary>
    private string Grandchild()
    {
        var start = new ProcessStartInfo(KitchenProgram.FileName, KitchenProgram.Arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
        };
        _child = Process.Start(start)!;
        return _child.Id.ToString(CultureInfo.InvariantCulture);
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
