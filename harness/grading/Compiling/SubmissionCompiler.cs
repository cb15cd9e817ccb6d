using Katas.Harness.Engine;
using Katas.Harness.Grading.Rules;

namespace Katas.Harness.Grading.Compiling;

/// <summary>Compiles answers and applies the rules to them; runs in a process of its own.</summary>
internal sealed class SubmissionCompiler
{
    private readonly Dictionary<string, (BuiltChapter Built, ChapterRules Rules)> _chapters = new(
        StringComparer.Ordinal
    );

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
        var (built, rules) = Chapter(request);
        var model = built.Model(new ChapterSources(request.Files));
        var compiled = ChapterEngine.Emit(model);
        if (compiled.Errors.Count > 0)
            return CompileReply.Failed(compiled.Errors);
        var violations = rules.Check(
            model,
            [.. request.Files.Select(file => file.Path)],
            CancellationToken.None
        );
        return new(
            compiled.Name,
            compiled.Assembly.ToArray(),
            compiled.Symbols.ToArray(),
            [],
            violations
        );
    }

    private (BuiltChapter Built, ChapterRules Rules) Chapter(CompileRequest request)
    {
        if (!_chapters.TryGetValue(request.Slug, out var chapter))
        {
            var reference = request.TestAssembly.Replace(
                ".Tests.dll",
                ".dll",
                StringComparison.Ordinal
            );
            chapter = (
                BuiltChapter.Read(request.CompilerArguments),
                new(AllowedApi.Of(request.Slug), TakenNames.Read(request.TestAssembly, reference))
            );
            _chapters[request.Slug] = chapter;
        }
        return chapter;
    }
}
