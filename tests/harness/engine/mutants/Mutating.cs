using Katas.Harness.Fixtures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Katas.Harness.Engine.Mutants;

/// <summary>Mutants of a snippet.</summary>
internal static class Mutating
{
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Snippet",
        [CSharpSyntaxTree.ParseText(FixtureWorkbook.GlobalUsings)],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        new(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable
        )
    );

    /// <summary>The mutants of a type.</summary>
    /// <param name="members">The members of the type.</param>
    /// <param name="exercise">The same as the learner gets them.</param>
    /// <param name="only">The operator that changes it; by default all do.</param>
    public static IReadOnlyList<Mutant> Mutants(
        string members,
        string exercise = "",
        string? only = null
    )
    {
        var compilation = Compilation(members);
        Assert.That(
            compilation
                .GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
            Is.Empty,
            "The snippet itself does not compile."
        );
        return MutantGenerator.Generate(
            compilation,
            new ChapterSources([new SourceFile("Exercise.cs", Type(exercise))]),
            [.. MutationOperators.All.Where(one => only is null || one.Name == only)]
        );
    }

    /// <summary>What an operator makes of the members of a type, as far as that compiles, in one line each.</summary>
    public static IReadOnlyList<string> Make(string change, string members) =>
        [
            .. Mutants(members, only: change)
                .Select(mutant => Members(mutant.Changed.ToString()))
                .Where(changed => MutantCode.Hash(Compilation(changed), default) is not null)
                .Select(Squeeze),
        ];

    /// <summary>Text with one space where there is white space.</summary>
    public static string Squeeze(string text) =>
        string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static CSharpCompilation Compilation(string members) =>
        Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Type(members), path: "/answers/Bowl.cs"));

    private static string Type(string members) =>
        $"public class Bowl {{ private readonly object _gate = new(); {members} }}";

    private static string Members(string type) =>
        type[Type("").IndexOf("  }", StringComparison.Ordinal)..^2].Trim();
}
