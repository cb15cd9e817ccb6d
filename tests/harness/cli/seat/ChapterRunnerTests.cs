using System.Diagnostics;
using System.Runtime.Versioning;
using Katas.Harness.Cli.Terminals;

namespace Katas.Harness.Cli.Seat;

[SupportedOSPlatform("linux")]
[Platform("Linux", Reason = "The build waits at named pipes.")]
public class ChapterRunnerTests
{
    private const string Slug = WorkbookClone.Shop;

    /// <summary>In the place of the real build: notes that it has begun, says so in one pipe, and ends when somebody writes into the other.</summary>
    private const string Build = $"""
        <Project>
          <Target Name="Build">
            <Exec Command="echo begun &gt;&gt; builds; (echo &gt; begun &amp;) &gt; /dev/null; cat go; touch tests/{Slug}/obj/solutions/Debug.built" WorkingDirectory="$(MSBuildThisFileDirectory)../.." />
          </Target>
        </Project>
        """;

    [Test]
    public async Task A_run_that_is_given_up_while_the_tests_are_built_leaves_the_build_to_the_next()
    {
        using var clone = await WorkbookClone.Create(Slug);
        var (begun, go) = (Path.Combine(clone.Root, "begun"), Path.Combine(clone.Root, "go"));
        Directory.CreateDirectory(Path.Combine(clone.Root, "harness", "build"));
        File.WriteAllText(Path.Combine(clone.Root, "harness", "build", "Chapters.proj"), Build);
        File.Delete(Path.Combine(clone.Root, "tests", Slug, "obj", "solutions", "Debug.built"));
        using (var make = Process.Start("mkfifo", [begun, go]))
            await make.WaitForExitAsync();

        var notices = new List<string>();
        using var saved = new CancellationTokenSource();
        await using var runner = new ChapterRunner(LearnerWorkbook.SeatAt(clone.Root), notices.Add);
        var first = runner.Run(Slug, saved.Token);
        await File.ReadAllTextAsync(begun);
        await saved.CancelAsync();
        Assert.That(async () => await first, Throws.InstanceOf<OperationCanceledException>());
        var second = runner.Run(Slug, CancellationToken.None);
        await File.WriteAllTextAsync(go, "");
        var memory = await second;

        Assert.That(memory.RunError, Is.Null);
        Assert.That(File.ReadAllLines(Path.Combine(clone.Root, "builds")), Has.Length.EqualTo(1));
        Assert.That(
            notices,
            Has.Count.EqualTo(2).And.All.StartsWith($"Building the tests of {Slug}")
        );
    }
}
