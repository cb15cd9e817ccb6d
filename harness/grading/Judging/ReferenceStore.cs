using Katas.Harness.Engine;
using Katas.Harness.Grading.Compiling;
using Katas.Harness.Grading.Coverage;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Grading.Judging;

/// <summary>Runs each chapter's tests on its solution once, in the same way and place as on a submission.</summary>
/// <param name="engine">Has the tests built.</param>
/// <param name="compile">Compiles a solution.</param>
/// <param name="tests">Runs the tests.</param>
/// <param name="memory">What earlier gradings have seen, or <see langword="null"/> where nothing may be remembered.</param>
internal sealed class ReferenceStore(
    ChapterEngine engine,
    Func<string, Task<CompileReply>> compile,
    ChapterTests tests,
    Lazy<ReferenceMemory>? memory
)
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
        await engine.Prepare([slug], CancellationToken.None).ConfigureAwait(false);
        // What a chapter needs of the machine, a broker for one, may have stopped since.
        if (memory is null || engine.NeedsOf(slug).Count > 0)
            return await Measure(slug).ConfigureAwait(false);
        if (memory.Value.Read(slug) is { } known)
            return known;
        var reference = await Measure(slug).ConfigureAwait(false);
        if (reference.Problem is null)
            memory.Value.Keep(slug, reference);
        return reference;
    }

    private async Task<Reference> Measure(string slug)
    {
        var reply = await compile(slug).ConfigureAwait(false);
        var complaints = reply
            .Errors.Select(error => $"{error}")
            .Concat(reply.Violations.Select(violation => $"{violation}"));
        if (complaints.FirstOrDefault() is { } complaint)
            return new([], [], $"The solution cannot be compiled here: {complaint}");
        var first = await Run(slug, reply).ConfigureAwait(false);
        // A whole class depends on it, and a machine may be busy for a moment.
        return first.Problem is null ? first : await Run(slug, reply).ConfigureAwait(false);
    }

    private async Task<Reference> Run(string slug, CompileReply solution)
    {
        var verdicts = await tests
            .Run(slug, solution, null, CancellationToken.None)
            .ConfigureAwait(false);
        IReadOnlyList<TestName> names = [.. verdicts.Tests.Select(verdict => verdict.Test)];
        var tally = new CoverageTally(solution.Coverage);
        tally.Add(verdicts);
        return new(names, tally.Katas(names), Problem(verdicts));
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
