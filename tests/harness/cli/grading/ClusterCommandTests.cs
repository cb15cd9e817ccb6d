using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Katas.Harness.Grading.Book;
using Katas.Harness.Pools.Broker;
using Katas.Harness.Probes;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Grading;

/// <summary><c>kata grade --cluster</c> and <c>kata worker</c> as people start them, on a real broker, with a chapter of the workbook.</summary>
[Platform(Exclude = "Win", Reason = "Signals are sent with kill.")]
public sealed partial class ClusterCommandTests : IDisposable
{
    private const string Slug = "03-first-thread";
    private const int Workers = 3;

    /// <summary>The first worker after a change has the tests of all chapters built.</summary>
    private static readonly TimeSpan WaitLimit = TimeSpan.FromMinutes(8);

    private readonly WorkbookPaths _paths = WorkbookPaths.Find();
    private readonly string _root = Directory.CreateTempSubdirectory("cluster ").FullName;
    private readonly List<KataProcess> _processes = [];

    public void Dispose()
    {
        foreach (var process in _processes)
            process.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    [Test]
    public async Task A_class_killed_and_resumed_over_three_workers_with_one_killed_has_the_book_of_one_process()
    {
        if (SharedBroker.Missing is { } advice)
            Assert.Ignore(advice);
        var broker = (await SharedBroker.Address()).AbsoluteUri;
        WriteClass();
        var worker = Start("worker", "--broker", broker, "--workers", $"{Workers}");
        Until(() => worker.Lines.Count(line => Ready().IsMatch(line)) == Workers, worker);
        var members = ProcessProbe.ChildrenOf(worker.Id, WaitLimit);

        var first = Grade("cluster", "--cluster", broker);
        Until(() => worker.Lines.Any(line => Begins().IsMatch(line)), worker);
        var begun = worker.Lines.Select(line => Begins().Match(line)).First(match => match.Success);
        await Kill("-KILL", int.Parse(begun.Groups["id"].Value, CultureInfo.InvariantCulture));
        Until(() => Kept("cluster") > 0, first);
        await Kill("-KILL", first.Id);
        var second = Grade("cluster", "--cluster", broker);
        Assert.That(second.ExitCode(WaitLimit), Is.Zero, second.ToString());

        await Kill("-INT", worker.Id);
        Assert.That(worker.ExitCode(WaitLimit), Is.Zero, worker.ToString());
        Assert.That(members.Select(member => member.IsAlive), Has.None.True);
        Assert.That(worker.Lines, Has.Some.Match(": Graded, [0-9]+ of [0-9]+ tests pass"));

        var alone = Grade("alone");
        Assert.That(alone.ExitCode(WaitLimit), Is.Zero, alone.ToString());
        Assert.That(Book("cluster"), Is.EqualTo(Book("alone")));
        Assert.That(
            first.Lines.Concat(second.Lines).Concat(worker.Lines),
            Has.None.Contains(new Uri(broker).UserInfo),
            "Expected no password in what the commands print."
        );
    }

    [TestCase("worker", "--workers", "1", "--broker")]
    [TestCase("grade", "{class}", "--out", "{out}", "--cluster")]
    public async Task A_broker_that_lets_nobody_in_is_exit_code_2_and_no_password(
        params string[] line
    )
    {
        if (SharedBroker.Missing is { } advice)
            Assert.Ignore(advice);
        WriteClass();
        var stranger = new UriBuilder(await SharedBroker.Address())
        {
            UserName = "stranger",
            Password = "open-sesame",
        };

        var process = Start([
            .. line.Select(word =>
                word.Replace("{class}", Path.Combine(_root, "class"), StringComparison.Ordinal)
                    .Replace("{out}", Path.Combine(_root, "out"), StringComparison.Ordinal)
            ),
            stranger.Uri.AbsoluteUri,
        ]);

        Assert.That(process.ExitCode(WaitLimit), Is.EqualTo(2), process.ToString());
        Assert.That(process.Lines, Has.Some.Contains("does not let 'stranger' in"));
        Assert.That(process.Lines, Has.None.Contains("open-sesame"));
    }

    private void WriteClass()
    {
        foreach (var student in (string[])["right", "again", "stub", "broken"])
        {
            var folder = Path.Combine(_root, "class", student, Slug);
            Directory.CreateDirectory(folder);
            var source = student == "stub" ? _paths.Exercises : _paths.Solutions;
            foreach (var file in Directory.GetFiles(Path.Combine(source, Slug), "*.cs"))
            {
                var text = File.ReadAllText(file) + (student == "broken" ? "class {" : "");
                File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), text);
            }
        }
    }

    private KataProcess Grade(string output, params string[] options) =>
        Start([
            "grade",
            Path.Combine(_root, "class"),
            "--chapters",
            Slug,
            "--out",
            Path.Combine(_root, output),
            .. options,
        ]);

    private KataProcess Start(params string[] line)
    {
        var process = new KataProcess(line);
        _processes.Add(process);
        return process;
    }

    private int Kept(string output) =>
        Path.Combine(_root, output, "kept") is var folder && Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.json").Length
            : 0;

    /// <summary>Everything but the time.</summary>
    private string Book(string output) =>
        Times().Replace(File.ReadAllText(Path.Combine(_root, output, Gradebook.FileName)), "");

    private static void Until(Func<bool> condition, KataProcess process) =>
        Assert.That(
            PolledWait.Block(() => condition() || process.HasExited, WaitLimit) && condition(),
            Is.True,
            $"Waited in vain for what the command does. It is: {process}"
        );

    private static async Task Kill(string signal, int process)
    {
        using var kill = Process.Start(
            "kill",
            [signal, process.ToString(CultureInfo.InvariantCulture)]
        );
        await kill.WaitForExitAsync();
    }

    [GeneratedRegex("^worker [0-9]+ on .* is ready", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ready();

    [GeneratedRegex("^worker (?<id>[0-9]+) on .* grades", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Begins();

    [GeneratedRegex("^ *\"graded\": .*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Times();
}
