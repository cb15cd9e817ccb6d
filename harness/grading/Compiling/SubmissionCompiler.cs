using Katas.Harness.Engine;
using Katas.Harness.Grading.Coverage;
using Katas.Harness.Grading.Rules;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Compiling;

/// <summary>Compiles answers and applies the rules to them; runs in a process of its own.</summary>
internal sealed class SubmissionCompiler
{
    private readonly Dictionary<string, PreparedChapter> _chapters = new(StringComparer.Ordinal);

    /// <summary>Compiles one chapter.</summary>
    public CompileReply Compile(CompileRequest request)
    {
        try
        {
            return TryCompile(request);
        }
        catch (Exception e) when (e is InsufficientExecutionStackException or OutOfMemoryException)
        {
            return CompileReply.Failed(
                $"The compiler gave up: {e.GetType().Name}. Look for types or expressions that are nested very deeply."
            );
        }
    }

    private CompileReply TryCompile(CompileRequest request)
    {
        var chapter = Chapter(request);
        var answer = CompletedAnswer.Of(chapter.Built, request.Files, request.Given);
        var model = chapter.Built.Model(new ChapterSources(answer.Files));
        var compiled = ChapterEngine.Emit(model);
        if (compiled.Errors.Count > 0)
            return CompileReply.Failed(compiled.Errors) with { Changed = answer.Changed };
        IReadOnlyList<RuleViolation> violations =
        [
            .. answer.Others,
            .. chapter.Rules.Check(model, answer.Own, CancellationToken.None),
        ];
        var measured = Measured(chapter.Coverage, compiled, answer.Files);
        var result = measured?.Compiled ?? compiled;
        if (chapter.IsExplored)
        {
            var (explorable, error) = Exploration.Explorable(result, request.TestAssembly);
            if (explorable is null)
                return CompileReply.Failed($"The explorer cannot follow it: {error}");
            result = explorable;
        }
        return new(
            result.Name,
            result.Assembly.ToArray(),
            result.Symbols.ToArray(),
            [],
            violations,
            measured?.Map
        )
        {
            Changed = answer.Changed,
        };
    }

    private static MeasuredChapter? Measured(
        CoverageInstrumenter coverage,
        CompiledChapter compiled,
        IReadOnlyList<SourceFile> files
    )
    {
        try
        {
            return coverage.Instrument(compiled, files);
        }
        catch (Exception e)
            when (e is not (InsufficientExecutionStackException or OutOfMemoryException))
        {
            // A form of code that Cecil does not know costs the coverage, not the grade.
            return null;
        }
    }

    private PreparedChapter Chapter(CompileRequest request)
    {
        if (!_chapters.TryGetValue(request.Slug, out var chapter))
        {
            var reference = request.TestAssembly.Replace(
                ".Tests.dll",
                ".dll",
                StringComparison.Ordinal
            );
            var tests = TestAssembly.Read(request.TestAssembly);
            chapter = new(
                BuiltChapter.Read(request.CompilerArguments),
                new(
                    AllowedApi.Of(request.Slug),
                    TakenNames.Read(request.TestAssembly, reference),
                    reference
                ),
                new(tests.Katas, reference),
                tests.IsExplored
            );
            _chapters[request.Slug] = chapter;
        }
        return chapter;
    }

    private sealed record PreparedChapter(
        BuiltChapter Built,
        ChapterRules Rules,
        CoverageInstrumenter Coverage,
        bool IsExplored
    );
}
