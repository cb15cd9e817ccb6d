using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Grading.Rules;

/// <summary>
/// The types of a chapter's solution, as its tests were compiled against them. A test that compares two values of such a type relies on how
/// that type compares, so an answer's own must be the same in that.
/// </summary>
internal sealed class SolutionTypes
{
    /// <summary>None: a chapter whose solution is not known.</summary>
    public static readonly SolutionTypes None = new(null);

    private readonly IAssemblySymbol? _solution;

    private SolutionTypes(IAssemblySymbol? solution) => _solution = solution;

    /// <summary>Reads them.</summary>
    /// <param name="solution">The path of the solution's assembly.</param>
    /// <param name="references">What it refers to; what an answer is compiled against.</param>
    public static SolutionTypes Read(string solution, IEnumerable<MetadataReference> references)
    {
        var own = MetadataReference.CreateFromFile(solution);
        var compilation = CSharpCompilation.Create(
            nameof(SolutionTypes),
            references: references.Append(own),
            options: new(
                OutputKind.DynamicallyLinkedLibrary,
                metadataImportOptions: MetadataImportOptions.All
            )
        );
        return new(compilation.GetAssemblyOrModuleSymbol(own) as IAssemblySymbol);
    }

    /// <summary>Whether the solution has a type of that name, too; of a solution that is not known, nobody can say that it has not.</summary>
    /// <param name="type">A type of an answer.</param>
    public bool Has(INamedTypeSymbol type) =>
        _solution is null || _solution.GetTypeByMetadataName(MetadataName(type)) is not null;

    /// <summary>How a type compares otherwise than its namesake of the solution, as a student reads it; <see langword="null"/> when it does not.</summary>
    /// <param name="type">A type of an answer.</param>
    public string? Difference(INamedTypeSymbol type)
    {
        // What is not public no test has seen.
        if (
            _solution?.GetTypeByMetadataName(MetadataName(type)) is not { } model
            || !IsPublic(model)
        )
            return null;
        return !IsSameRecord(type, model) ? $"another {type.Name} than the workbook's {Kind(model)}"
            : Added(type, model) is { } added ? $"{added} as a part of {type.Name}"
            : null;
    }

    /// <summary>
    /// A record compares what its parameters hold. With one more, or one of another type or passed in another way, tests that were compiled
    /// against the solution's would call another constructor, which holds what it likes.
    /// </summary>
    private static bool IsSameRecord(INamedTypeSymbol type, INamedTypeSymbol model) =>
        type.TypeKind == model.TypeKind
        && type.IsRecord == IsRecord(model)
        && (
            !type.IsRecord
            || Parameters(Primary(type)).SequenceEqual(Parameters(Primary(model)))
                && (Primary(type)?.Parameters.All(parameter => IsHeld(parameter, type)) ?? true)
        );

    /// <summary>A base class of the framework's or an interface that decides what equals what, and that the solution's type has not.</summary>
    private static string? Added(INamedTypeSymbol type, INamedTypeSymbol model)
    {
        var known = Deciding(model).ToHashSet(StringComparer.Ordinal);
        return Deciding(type).FirstOrDefault(name => !known.Contains(name));
    }

    private static IEnumerable<string> Deciding(INamedTypeSymbol type) =>
        Ancestors(type)
            .Where(one => !IsOf(one, type.ContainingAssembly) && ComparesItself(one))
            .Concat(type.AllInterfaces.Where(Comparison.Decides))
            .Select(one => one.ToDisplayString());

    /// <summary>Attributes, for one, are equal when their fields are; exceptions are not.</summary>
    private static bool ComparesItself(INamedTypeSymbol type) =>
        type.GetMembers(nameof(Equals)).OfType<IMethodSymbol>().Any(method => method.IsOverride);

    private static bool IsOf(INamedTypeSymbol type, IAssemblySymbol assembly) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly);

    private static IEnumerable<INamedTypeSymbol> Ancestors(INamedTypeSymbol type)
    {
        for (var one = type.BaseType; one is not null; one = one.BaseType)
            yield return one;
    }

    // What a compiled record is known by: every record class and every record struct prints its members by this method.
    private static bool IsRecord(INamedTypeSymbol model) => model.GetMembers("PrintMembers").Any();

    /// <summary>The constructor by whose parameters a record is declared; <see langword="null"/> when it has none.</summary>
    private static IMethodSymbol? Primary(INamedTypeSymbol record) =>
        record.InstanceConstructors.FirstOrDefault(constructor =>
            constructor.DeclaringSyntaxReferences is [var place]
                ? place.GetSyntax() is TypeDeclarationSyntax
                : constructor
                    .Parameters.Select(parameter => parameter.Name)
                    .SequenceEqual(Deconstructed(record), StringComparer.Ordinal)
        );

    /// <summary>The names of a compiled record's parameters.</summary>
    private static IEnumerable<string> Deconstructed(INamedTypeSymbol record) =>
        record
            .GetMembers(WellKnownMemberNames.DeconstructMethodName)
            .OfType<IMethodSymbol>()
            .SelectMany(method => method.Parameters)
            .Select(parameter => parameter.Name);

    private static IEnumerable<string> Parameters(IMethodSymbol? constructor) =>
        constructor?.Parameters.Select(parameter =>
            $"{parameter.RefKind} {parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)} {parameter.Name}"
        )
        ?? [];

    /// <summary>Whether a parameter is what the property of its name holds: none that the record declares itself stands in its place.</summary>
    private static bool IsHeld(IParameterSymbol parameter, INamedTypeSymbol record) =>
        record
            .GetMembers(parameter.Name)
            .OfType<IPropertySymbol>()
            .Any(property =>
                property.DeclaringSyntaxReferences.Any(place =>
                    place.GetSyntax() is ParameterSyntax
                )
            );

    private static bool IsPublic(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public
        && (type.ContainingType is null || IsPublic(type.ContainingType));

    private static string Kind(INamedTypeSymbol model) =>
        IsRecord(model)
            ? $"record ({string.Join(", ", Deconstructed(model))})"
            : model.TypeKind.ToString().ToLowerInvariant();

    private static string MetadataName(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{MetadataName(outer)}+{type.MetadataName}"
        : type.ContainingNamespace is { IsGlobalNamespace: false } space
            ? $"{space.ToDisplayString()}.{type.MetadataName}"
        : type.MetadataName;
}
