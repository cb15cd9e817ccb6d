using System.Text.Json;

namespace Katas.Harness.DotnetTest;

/// <summary>What the test hosts of one call wrote down about themselves: see <c>TestJournal</c> in harness/testing.</summary>
internal sealed class Journal
{
    private readonly List<List<Entry>> _hosts = [];

    private Journal() { }

    /// <summary>A line of a host's journal.</summary>
    /// <param name="What"><c>begin</c>, <c>start</c>, <c>end</c>, <c>exit</c> or <c>done</c>.</param>
    /// <param name="Test">The test, or with <c>begin</c> and <c>done</c> the test assembly's path.</param>
    /// <param name="ExitCode">With <c>exit</c>, the process's exit code.</param>
    internal sealed record Entry(string What, string Test, int? ExitCode);

    public static Journal Read(string folder)
    {
        var journal = new Journal();
        foreach (var file in Directory.EnumerateFiles(folder, "*.jsonl"))
        {
            journal._hosts.Add([
                .. File.ReadLines(file)
                    .Select(Parse)
                    .Where(entry => entry is not null)
                    .Select(entry => entry!),
            ]);
        }
        return journal;
    }

    /// <summary>Whether the host of an assembly ran all its tests.</summary>
    public bool IsDone(string assembly) => HostOf(assembly)?.Exists(e => e.What == "done") == true;

    /// <summary>Whether an assembly's host began to run tests at all.</summary>
    public bool HasBegun(string assembly) => HostOf(assembly) is not null;

    /// <summary>The test that was running when its host was lost, and the exit code if the host was ended with one.</summary>
    public (string Test, int? ExitCode)? Culprit(string assembly)
    {
        if (HostOf(assembly) is not { } host || host.Exists(e => e.What == "done"))
            return null;
        var last = host.FindLast(entry => entry.What is "start" or "end");
        if (last is null or { What: "end" })
            return null;
        var exit = host.Find(entry => entry.What == "exit" && entry.Test == last.Test);
        return (last.Test, exit?.ExitCode);
    }

    private List<Entry>? HostOf(string assembly) =>
        _hosts.Find(host => host is [{ What: "begin" } first, ..] && first.Test == assembly);

    /// <summary>A host that is killed may leave half a line at the end.</summary>
    private static Entry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Entry>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
