using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Grading.Rules;

/// <summary>Finds what an answer does that its chapter does not allow, before any of it runs.</summary>
/// <param name="allowed">What the chapter may use.</param>
/// <param name="taken">The names of types that the chapter's tests define or use.</param>
/// <param name="solution">The path of the solution's assembly, which the chapter's tests were compiled against; empty for none.</param>
internal sealed class ChapterRules(AllowedApi allowed, IReadOnlySet<string> taken, string solution)
{
    /// <summary>So many tell the student enough.</summary>
    private const int MostViolations = 50;

    private SolutionTypes? _solution;

    /// <summary>Checks a chapter.</summary>
    /// <param name="model">The compiler's model, without errors.</param>
    /// <param name="files">The names of the files that were handed in; what else is compiled is the workbook's.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A violation for each thing and line, in order.</returns>
    public IReadOnlyList<RuleViolation> Check(
        Compilation model,
        IReadOnlyCollection<string> files,
        CancellationToken cancellationToken
    ) =>
        [
            .. model
                .SyntaxTrees.Where(tree => files.Contains(tree.FilePath))
                .SelectMany(tree => Check(model, tree, cancellationToken))
                .Concat(Captured(model, files))
                .Distinct()
                .OrderBy(violation => violation.File, StringComparer.Ordinal)
                .ThenBy(violation => violation.Line)
                .Take(MostViolations),
        ];

    private IEnumerable<RuleViolation> Check(
        Compilation compilation,
        SyntaxTree tree,
        CancellationToken cancellationToken
    )
    {
        var model = compilation.GetSemanticModel(tree);
        var known = Solution(compilation);
        foreach (var (complaint, place) in new DeclarationRule(model, taken, known).Check())
            yield return Violation(complaint, place);
        foreach (var (member, place) in BorrowedMembers.In(model))
        {
            if (allowed.Refused(member) is { } name || FrameworkSettings.Sets(member, out name))
                yield return Violation(name, place);
        }
        foreach (var (symbol, place) in SymbolUses.In(model))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsOwn(symbol, compilation))
                continue;
            if (FrameworkSettings.IsSet(symbol, place))
            {
                yield return Violation(
                    $"{symbol.ContainingType.ToDisplayString()}.{symbol.Name} = …",
                    place
                );
            }
            if (allowed.Refused(symbol) is not { } name)
                continue;
            if (!IsLeftToCompiler(place) || !allowed.IsForCompiler(symbol))
                yield return Violation(name, place);
        }
    }

    /// <summary>Types of the answer that the workbook's own files take for others, which they mean: the answer gave them the name of these.</summary>
    private IEnumerable<RuleViolation> Captured(
        Compilation compilation,
        IReadOnlyCollection<string> files
    ) =>
        compilation
            .SyntaxTrees.Where(tree => !files.Contains(tree.FilePath))
            .SelectMany(tree => SymbolUses.In(compilation.GetSemanticModel(tree)))
            .Select(use => use.Symbol as INamedTypeSymbol ?? use.Symbol.ContainingType)
            .OfType<INamedTypeSymbol>()
            .Where(type => IsOwn(type, compilation) && !Solution(compilation).Has(type))
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .SelectMany(type =>
                type.DeclaringSyntaxReferences.Where(place =>
                        files.Contains(place.SyntaxTree.FilePath)
                    )
                    .Select(place => Violation($"the name {type.Name}", place.GetSyntax()))
            );

    private SolutionTypes Solution(Compilation compilation) =>
        _solution ??=
            solution.Length == 0
                ? SolutionTypes.None
                : SolutionTypes.Read(solution, compilation.References);

    private static bool IsOwn(ISymbol symbol, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);

    /// <summary>A text with values in it, or several: the compiler makes of it what its receiver takes.</summary>
    private static bool IsLeftToCompiler(SyntaxNode place) =>
        place
            is InterpolatedStringExpressionSyntax
                or BinaryExpressionSyntax
                or ParenthesizedExpressionSyntax;

    /// <summary>The line in the file itself: a <c>#line</c> names no other.</summary>
    private static RuleViolation Violation(string symbol, SyntaxNode place) =>
        new(
            place.SyntaxTree.FilePath,
            place.SyntaxTree.GetLineSpan(place.Span).StartLinePosition.Line + 1,
            symbol
        );
}
