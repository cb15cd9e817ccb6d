using Katas.Harness.Engine;
using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Compiling;
using Katas.Harness.Grading.Coverage;
using Katas.Harness.Grading.Judging;
using Katas.Harness.Grading.Sandbox;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading;

/// <summary>
/// Judges chapters of submissions by the workbook's own tests: compiles in a process with limits, refuses what the chapter does not allow
/// before any of it runs, and runs the rest in a sandbox. What a verdict rests on is decided outside. See <c>THREATS.md</c>.
/// </summary>
public sealed class ChapterGrader : IChapterGrader, IAsyncDisposable
{
    private readonly WorkbookPaths _paths;
    private readonly ChapterEngine _engine;
    private readonly GraderOptions _options;
    private readonly ISandbox _sandbox;
    private readonly CompilerPool _compilers;
    private readonly ChapterTests _tests;
    private readonly ReferenceStore _references;

    /// <summary>Gets ready to judge.</summary>
    /// <param name="paths">The workbook.</param>
    /// <param name="engine">Has the workbook's tests built, and runs them; stays the caller's.</param>
    /// <param name="options">Sandbox and limits.</param>
    /// <exception cref="SandboxException">The sandbox that was asked for does not work here.</exception>
    public ChapterGrader(WorkbookPaths paths, ChapterEngine engine, GraderOptions options)
    {
        _paths = paths;
        _engine = engine;
        _options = options;
        _sandbox = SandboxChoice.Choose(options);
        _compilers = new CompilerPool(paths, _sandbox);
        _tests = new ChapterTests(paths, engine, _sandbox, options);
        _references = new ReferenceStore(
            engine,
            slug => Compile(slug, Path.Combine(paths.Solutions, slug), CancellationToken.None),
            _tests,
            // Elsewhere a submission could write there.
            _sandbox.ProtectsFiles
                ? new(() =>
                    new(
                        Path.Combine(paths.Memory, "references"),
                        WorkbookVersion.Of(paths),
                        Isolation
                    )
                )
                : null
        );
    }

    /// <inheritdoc/>
    public string Isolation => _sandbox.Description;

    /// <inheritdoc/>
    public async Task<ChapterGrade> Grade(
        string slug,
        string folder,
        CancellationToken cancellationToken = default
    )
    {
        var reference = await _references.Find(slug, cancellationToken).ConfigureAwait(false);
        var book = new VerdictBook(slug, reference.Tests);
        if (!Directory.Exists(folder) || ChapterSources.Read(folder).Files.Count == 0)
            return book.Without(ChapterState.Missing, "The chapter was not handed in.");
        if (reference.Problem is { } problem)
        {
            return book.Without(ChapterState.NotJudged, "The chapter could not be judged.") with
            {
                Notes = [PlainText.Message(problem)],
            };
        }

        var reply = await Compile(slug, folder, cancellationToken).ConfigureAwait(false);
        foreach (var file in reply.Changed)
        {
            book.Note(
                PlainText.Message(
                    $"{file} was changed. There is nothing to write in it, and the workbook's own counts."
                )
            );
        }
        if (reply.Errors.Count > 0)
        {
            return book.Without(ChapterState.DoesNotCompile, "The chapter does not compile.") with
            {
                Errors = [.. reply.Errors.Select(Shown)],
            };
        }
        IReadOnlyList<RuleViolation> violations = [.. reply.Violations.Select(Shown)];
        if (violations.Count > 0 && !_options.RunsWhatIsNotAllowed)
        {
            return book.Without(
                ChapterState.NotAllowed,
                "The chapter was not run, because it uses what it may not."
            ) with
            {
                Violations = violations,
            };
        }
        var coverage = await Run(book, reply, cancellationToken).ConfigureAwait(false);
        if (reply.Coverage is null)
            book.Note("The lines that the tests ran could not be measured.");
        return reference.Compare(book.Graded() with { Violations = violations }, coverage);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _compilers.DisposeAsync().ConfigureAwait(false);
        _sandbox.Dispose();
    }

    /// <summary>Runs the tests, and once more those that met a limit or took their process with them; returns the coverage of both runs.</summary>
    private async Task<IReadOnlyList<KataCoverage>> Run(
        VerdictBook book,
        CompileReply submission,
        CancellationToken cancellationToken
    )
    {
        var tally = new CoverageTally(submission.Coverage);
        var first = await _tests
            .Run(book.Slug, submission, book.Tests, cancellationToken)
            .ConfigureAwait(false);
        book.First(first);
        tally.Add(first);
        if (book.Doubtful is { Count: > 0 } doubtful)
        {
            var second = await _tests
                .Run(book.Slug, submission, doubtful, cancellationToken)
                .ConfigureAwait(false);
            book.Again(second);
            tally.Add(second);
        }
        return tally.Katas(book.Tests);
    }

    private async Task<CompileReply> Compile(
        string slug,
        string folder,
        CancellationToken cancellationToken
    )
    {
        var request = new CompileRequest(
            slug,
            _engine.CompilerArgumentsOf(slug),
            _engine.TestAssemblyOf(slug),
            [.. Read(folder)],
            [.. Read(Path.Combine(_paths.Exercises, slug)).Where(IsGiven)],
            _options.CompileLimit
        );
        return await _compilers.Compile(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The files of a folder, with paths of their own: where the grader keeps them is nobody's business.</summary>
    private static IEnumerable<SourceFile> Read(string folder) =>
        ChapterSources
            .Read(folder)
            .Files.Select(file =>
                file with
                {
                    Path = Path.GetRelativePath(folder, file.Path).Replace('\\', '/'),
                }
            );

    /// <summary>Whether a file of the exercises has no stub.</summary>
    private static bool IsGiven(SourceFile file) =>
        !file.Text.Contains(nameof(NotImplementedException), StringComparison.Ordinal);

    private static CompileError Shown(CompileError error) =>
        error with
        {
            Message = PlainText.Message(error.Message),
        };

    private static RuleViolation Shown(RuleViolation violation) =>
        violation with
        {
            Symbol = PlainText.Message(violation.Symbol),
        };
}
