using System.Collections.Concurrent;
using Katas.Harness.Engine.Impact;
using Katas.Harness.Workbook;

namespace Katas.Harness.Engine.Verifier;

/// <summary>
/// Verifies what a finished chapter promises: that its tests reject every wrong answer and accept every right one, that stubs are red and
/// the solution is green, and that lesson, hints, stubs and solution fit together.
/// </summary>
/// <param name="paths">The workbook.</param>
/// <param name="engine">Compiles and runs.</param>
public sealed class ChapterVerifier(WorkbookPaths paths, ChapterEngine engine)
{
    /// <summary>What stands in for a chapter in cases that look at all of them.</summary>
    public const string Rooms = "rooms";

    /// <summary>
    /// What hangs may take in one run: twice the usual, because on a machine that verifies much at once a probe must still be able to say
    /// what it waited for before the guard does.
    /// </summary>
    public static TimeSpan HangBudget => TimeSpan.FromSeconds(40);

    /// <summary>How many cases to verify at once: more than there are cores, since wrong answers often wait for what never comes.</summary>
    public static int Parallelism => 3 * Environment.ProcessorCount;

    private readonly ConcurrentDictionary<string, Task<TestImpact>> _impacts = new(
        StringComparer.Ordinal
    );

    private static readonly Dictionary<
        string,
        Func<ChapterUnderCheck, CancellationToken, Task<Findings>>
    > Rules = new(StringComparer.Ordinal)
    {
        ["solution"] = SolutionRule.Check,
        ["stubs"] = StubRule.Check,
        ["public members"] = PublicApiRule.Check,
        ["lesson"] = LessonRule.Check,
        ["hints"] = HintsRule.Check,
        ["snippets"] = SnippetRule.Check,
        ["files"] = FileRule.Check,
    };

    /// <summary>Everything there is to verify, found by looking at folders; nothing is built.</summary>
    /// <param name="slugs">The chapters, or none for all of them and what belongs to none.</param>
    public IReadOnlyList<VerifierCase> Cases(params IReadOnlyCollection<string> slugs)
    {
        var chapters = slugs.Count == 0 ? paths.Slugs() : slugs;
        var cases = chapters.SelectMany(slug =>
            Rules
                .Keys.Concat(Answers(slug, "right"))
                .Concat(Answers(slug, "wrong"))
                .Select(subject => new VerifierCase(slug, subject))
        );
        return slugs.Count == 0 ? [.. cases, new VerifierCase(Rooms, "folders")] : [.. cases];
    }

    /// <summary>Verifies one thing.</summary>
    /// <param name="subject">One of <see cref="Cases"/>.</param>
    /// <param name="cancellationToken">Stops it, and kills what runs.</param>
    /// <returns>What is wrong, if anything.</returns>
    public async Task<Findings> Check(
        VerifierCase subject,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Slug == Rooms)
            return FolderLayoutRule.Check(paths);
        var chapter = new ChapterUnderCheck(paths, subject.Slug, engine, _impacts);
        try
        {
            if (Rules.TryGetValue(subject.Subject, out var rule))
                return await rule(chapter, cancellationToken).ConfigureAwait(false);
            return await AnswerRule
                .Check(chapter, subject.Subject, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e)
            when (e
                    is IOException
                        or ArgumentException
                        or ChapterNotFoundException
                        or ChapterBuildException
            )
        {
            return Findings.Of([e.Message]);
        }
    }

    private IEnumerable<string> Answers(string slug, string kind)
    {
        var folder = Path.Combine(paths.Tests, slug, kind);
        return Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Select(file => $"{kind}/{Path.GetRelativePath(folder, file).Replace('\\', '/')}")
                .Order(StringComparer.Ordinal)
            : [];
    }
}
