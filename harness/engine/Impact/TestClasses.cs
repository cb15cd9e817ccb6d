using Mono.Cecil;

namespace Katas.Harness.Engine.Impact;

/// <summary>The test classes of an assembly, and what of it runs with each.</summary>
internal static class TestClasses
{
    /// <summary>Every class that may hold tests, in whatever way they are declared.</summary>
    public static IEnumerable<TypeDefinition> In(ModuleDefinition tests) =>
        tests
            .GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false })
            .Where(type => Lineage(type).Any(HoldsTests));

    /// <summary>All of a class's own and inherited members: those that run and those that only may.</summary>
    public static IEnumerable<string> Members(TypeDefinition test) =>
        Lineage(test)
            .SelectMany(type =>
                type.Methods.Where(method => !Generated.IsPartOfMethod(method))
                    .Select(MemberText.Key)
                    .Prepend(MemberText.Key(type))
            );

    /// <summary>What runs before or after the tests of all classes.</summary>
    public static IEnumerable<string> SharedBy(ModuleDefinition tests) =>
        tests
            .GetTypes()
            .Where(type => HasAttribute(type, "SetUpFixtureAttribute") || type.Name == "<Module>")
            .SelectMany(Members);

    private static IEnumerable<TypeDefinition> Lineage(TypeDefinition type)
    {
        for (var one = type; one is not null; one = one.BaseType?.Resolve())
            yield return one;
    }

    private static bool HoldsTests(TypeDefinition type) =>
        type.Methods.Any(method =>
            method.CustomAttributes.Any(attribute =>
                attribute.AttributeType.Namespace == "NUnit.Framework"
            )
        );

    private static bool HasAttribute(TypeDefinition type, string name) =>
        type.CustomAttributes.Any(attribute => attribute.AttributeType.Name == name);
}
