using Mono.Cecil;

namespace Katas.Harness.Engine.Impact;

/// <summary>
/// Says which of a chapter's tests can notice a change of an answer: those that use, over any number of calls, a member that says something
/// else now. The others do again what they did before. For who runs the tests on many answers that differ in one place.
/// </summary>
/// <remarks>
/// What a test class uses is read from the compiled code, so that an overload that is chosen anew or a constant counts as the change it is. A
/// class that looks for members by reflection counts as using everything. Not seen: a test that disturbs another in its process.
/// </remarks>
public sealed class TestImpact
{
    private readonly MemberGraph _graph;
    private readonly IReadOnlyList<(string Name, IReadOnlySet<string> Members)> _classes;
    private readonly IReadOnlySet<string> _answer;

    private TestImpact(MemberGraph graph, ModuleDefinition tests, ModuleDefinition answer)
    {
        _graph = graph;
        _answer = MemberGraph.Keys(answer).ToHashSet(StringComparer.Ordinal);
        var everybody = TestClasses.SharedBy(tests).ToList();
        _classes =
        [
            .. TestClasses
                .In(tests)
                .Select(test =>
                    (
                        test.FullName.Replace('/', '+'),
                        graph.Closure([.. TestClasses.Members(test), .. everybody])
                    )
                ),
        ];
    }

    /// <summary>Reads what a chapter's tests use of an answer.</summary>
    /// <param name="testAssembly">The path of the test assembly.</param>
    /// <param name="answer">The answer, compiled without errors.</param>
    /// <exception cref="ArgumentException">The answer has errors.</exception>
    public static TestImpact Read(string testAssembly, CompiledChapter answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var before = Open(answer);
        var tests = ModuleDefinition.ReadModule(
            new MemoryStream(File.ReadAllBytes(testAssembly)),
            new ReaderParameters { AssemblyResolver = new GivenAssemblies(before.Assembly) }
        );
        return new(new MemberGraph(tests, before), tests, before);
    }

    /// <summary>The full names of the test classes that can notice that an answer has changed.</summary>
    /// <param name="answer">The changed answer, compiled without errors.</param>
    /// <exception cref="ArgumentException">The answer has errors.</exception>
    public IReadOnlyList<string> ClassesAffectedBy(CompiledChapter answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var after = new MemberGraph(Open(answer));
        lock (_graph)
        {
            var changed = _answer
                .Where(key => after.Find(key)?.Content != _graph.Find(key)!.Content)
                .ToHashSet(StringComparer.Ordinal);
            return
            [
                .. _classes
                    .Where(test =>
                        test.Members.Overlaps(changed)
                        || test.Members.Any(key => _graph.Find(key) is { IsReflective: true })
                    )
                    .Select(test => test.Name),
            ];
        }
    }

    private static ModuleDefinition Open(CompiledChapter answer) =>
        answer.Errors.Count > 0
            ? throw new ArgumentException(
                $"The answer does not compile: {answer.Errors[0]}",
                nameof(answer)
            )
            : ModuleDefinition.ReadModule(
                new MemoryStream(answer.Assembly.ToArray()),
                new ReaderParameters { AssemblyResolver = new GivenAssemblies() }
            );
}
