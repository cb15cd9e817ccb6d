using Katas.Harness.Engine;
using Katas.Harness.Workbook;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Katas.Harness.Grading.Rules;

/// <summary>The rules refuse nothing that the workbook itself calls an answer.</summary>
[TestFixture]
public sealed class WorkbookRulesTests
{
    /// <summary>Wrong answers that use what is not allowed, because that is what is wrong with them.</summary>
    private static readonly string[] Forbidden =
    [
        "02-who-am-i/wrong/AnotherProcess.cs",
        "02-who-am-i/wrong/AsksAnotherProgram.cs",
        "02-who-am-i/wrong/CoresOfTheMachine.cs",
        "02-who-am-i/wrong/UserFromAVariable.cs",
    ];

    private static readonly WorkbookPaths Paths = WorkbookPaths.Find();
    private static readonly ChapterEngine Engine = new(Paths);

    private static IReadOnlyList<string> Slugs { get; } = Paths.Slugs();

    [OneTimeTearDown]
    public async Task Close() => await Engine.DisposeAsync();

    [TestCaseSource(nameof(Slugs))]
    public async Task Solutions_stubs_and_answers_are_allowed(string slug)
    {
        var tests = Engine.TestAssemblyOf(slug);
        var solution = ChapterSources.Read(Path.Combine(Paths.Solutions, slug));
        var model = await Engine.Model(slug, solution);
        var reference = tests.Replace(".Tests.dll", ".dll", StringComparison.Ordinal);
        var rules = new ChapterRules(
            AllowedApi.Of(slug),
            TakenNames.Read(tests, reference),
            reference
        );
        var stubs = ChapterSources.Read(Path.Combine(Paths.Exercises, slug));

        var complaints = Check(rules, model, solution, solution.Files)
            .Concat(Check(rules, model, stubs, stubs.Files))
            .Concat(
                Answers(slug)
                    .Select(SourceFile.Read)
                    .SelectMany(answer => Check(rules, model, solution.Replace(answer), [answer]))
            )
            .ToList();

        Assert.That(complaints.Where(complaint => !Forbidden.Any(complaint.StartsWith)), Is.Empty);
    }

    [Test]
    public void The_answers_that_are_not_allowed_are_there()
    {
        Assert.That(
            Forbidden.Select(answer => Path.Combine(Paths.Tests, answer)),
            Has.All.Matches<string>(File.Exists)
        );
    }

    [TestCaseSource(nameof(Slugs))]
    public async Task Hints_are_allowed(string slug)
    {
        var solution = ChapterSources.Read(Path.Combine(Paths.Solutions, slug));
        var model = await Engine.Model(slug, solution);
        var rules = new ChapterRules(AllowedApi.Of(slug), new HashSet<string>(), "");
        var space = model.GlobalNamespace.GetNamespaceMembers().Single(one => one.Name == "Katas");
        var chapter = space.GetNamespaceMembers().First(one => one.Name != "Harness").Name;
        var hints = Snippets(File.ReadAllText(Paths.HintsOf(slug)))
            .SelectMany(
                (snippet, index) =>
                    new[]
                    {
                        $"namespace Katas.{chapter}; class Hint{index} {{ async Task Run() {{ {snippet} }} }}",
                        $"namespace Katas.{chapter}; class Hint{index}Member {{ {snippet} }}",
                    }
            )
            .Select((text, index) => new SourceFile($"hint {index}", text))
            .ToList();

        // What does not bind, because it is a part of something, says nothing.
        var complaints = Check(rules, model, new([.. solution.Files, .. hints]), hints);

        Assert.That(hints, Is.Not.Empty);
        Assert.That(complaints, Is.Empty);
    }

    /// <summary>What stands between fences, of C# or of nearly that.</summary>
    private static IEnumerable<string> Snippets(string page) =>
        page.Split("```")
            .Where((_, index) => index % 2 == 1)
            .Select(fence => fence[fence.IndexOf('\n', StringComparison.Ordinal)..]);

    /// <summary>What the rules say of some files, compiled together with others in the place of the solution.</summary>
    private static IEnumerable<string> Check(
        ChapterRules rules,
        Compilation model,
        ChapterSources sources,
        IReadOnlyList<SourceFile> files
    )
    {
        var options = (CSharpParseOptions)model.SyntaxTrees.First().Options;
        var kept = model
            .SyntaxTrees.Where(tree => sources.Files.Any(file => file.Path == tree.FilePath))
            .Select(tree => tree.FilePath)
            .ToHashSet(StringComparer.Ordinal);
        var exchanged = model
            .RemoveSyntaxTrees(
                model.SyntaxTrees.Where(tree =>
                    !IsOfTheBuild(tree.FilePath) && !kept.Contains(tree.FilePath)
                )
            )
            .AddSyntaxTrees(
                sources
                    .Files.Where(file => !kept.Contains(file.Path))
                    .Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Path))
            );
        return rules
            .Check(exchanged, [.. files.Select(file => file.Path)], CancellationToken.None)
            .Select(violation =>
                violation with
                {
                    File = Path.GetRelativePath(Paths.Tests, violation.File).Replace('\\', '/'),
                }
            )
            .Select(violation => violation.ToString());
    }

    private static bool IsOfTheBuild(string path) =>
        path.Split(Path.DirectorySeparatorChar).Contains("obj");

    private static IEnumerable<string> Answers(string slug) =>
        new[] { "right", "wrong" }
            .Select(side => Path.Combine(Paths.Tests, slug, side))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs"))
            .Order(StringComparer.Ordinal);
}
