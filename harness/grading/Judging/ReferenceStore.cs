using Katas.Harness.Engine;
using Katas.Harness.Grading.Compiling;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Grading.Judging;

/// <summary>Runs each chapter's tests on its solution once, in the same way and place as on a submission.</summary>
internal sealed class ReferenceStore(Func<string, Task<CompileReply>> compile, ChapterTests tests)
{
    private readonly Dictionary<string, Task<Reference>> _references = new(StringComparer.Ordinal);

    /// <summary>What is known of a chapter.</summary>
    public Task<Reference> Find(string slug, CancellationToken cancellationToken)
    {
        lock (_references)
        {
            if (!_references.TryGetValue(slug, out var reference))
                _references[slug] = reference = Read(slug);
            // Who is cancelled stops waiting; the others still need it.
            return reference.WaitAsync(cancellationToken);
        }
    }

    private async Task<Reference> Read(string slug)
    {
        var reply = await compile(slug).ConfigureAwait(false);
        var complaints = reply
            .Errors.Select(error => $"{error}")
            .Concat(reply.Violations.Select(violation => $"{violation}"));
        if (complaints.FirstOrDefault() is { } complaint)
            return new([], $"The solution cannot be compiled here: {complaint}");
        var compiled = new CompiledChapter(reply.Name, reply.Assembly, reply.Symbols, []);
        var first = await Run(slug, compiled).ConfigureAwait(false);
        // A whole class depends on it, and a machine may be busy for a moment.
        return first.Problem is null ? first : await Run(slug, compiled).ConfigureAwait(false);
    }

    private async Task<Reference> Run(string slug, CompiledChapter compiled)
    {
        var verdicts = await tests
            .Run(slug, compiled, null, CancellationToken.None)
            .ConfigureAwait(false);
        return new([.. verdicts.Tests.Select(verdict => verdict.Test)], Problem(verdicts));
    }

    private static string? Problem(ChapterVerdicts verdicts)
    {
        if (verdicts.RunError is { } error)
            return $"The tests cannot be run here: {error.Details}";
        return
            verdicts.Tests.FirstOrDefault(verdict => verdict.Outcome != Outcome.Passed) is { } red
            ? $"Not even the solution passes here: {red.Test.Method}: {red.Message}"
            : null;
    }
}
