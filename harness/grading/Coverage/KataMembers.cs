using Katas.Harness.Workbook;
using Mono.Cecil;

namespace Katas.Harness.Grading.Coverage;

/// <summary>
/// The members of a chapter that its katas ask for: those that <c>[Kata]</c> names, and to the first kata of a type, those of the type that none
/// names. Only what the solution has, too, is asked for.
/// </summary>
/// <param name="katas">The katas.</param>
/// <param name="solution">The solution.</param>
internal sealed class KataMembers(IReadOnlyList<Kata> katas, ModuleDefinition solution)
{
    private static readonly string[] s_accessors = ["get_", "set_", "add_", "remove_"];

    /// <summary>The methods of a kata in an answer.</summary>
    public IEnumerable<MethodDefinition> Of(Kata kata, ModuleDefinition answer)
    {
        if (Find(solution, kata.Type) is not { } asked || Find(answer, kata.Type) is not { } type)
            return [];
        var methods = asked.Methods.Where(method => IsAsked(kata, method)).ToList();
        // Objects have to be made before they can be asked.
        var constructors = methods.Any(method => !method.IsStatic)
            ? asked.Methods.Where(method => method is { IsConstructor: true, IsStatic: false })
            : [];
        return methods
            .Union(constructors)
            .Select(method => Find(type, method))
            .OfType<MethodDefinition>();
    }

    private bool IsAsked(Kata kata, MethodDefinition method)
    {
        if (kata.Member is { } member && IsOf(method, member))
            return true;
        var ofType = katas.Where(one => one.Type == kata.Type).ToList();
        return ofType.MinBy(one => one.Order) == kata
            && IsForOthers(method)
            && !ofType.Any(one => one.Member is { } other && IsOf(method, other));
    }

    private static bool IsForOthers(MethodDefinition method) =>
        method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsOf(MethodDefinition method, string member) =>
        method.Name == member
        || s_accessors.Any(accessor =>
            method.Name.StartsWith(accessor, StringComparison.Ordinal)
            && method.Name.AsSpan(accessor.Length).SequenceEqual(member)
        );

    private static TypeDefinition? Find(ModuleDefinition module, string type) =>
        module.GetType(type.Replace('+', '/'));

    /// <summary>The same method of an answer, which may stand in a base class there.</summary>
    private static MethodDefinition? Find(TypeDefinition type, MethodDefinition asked)
    {
        for (var one = type; one is not null; one = one.BaseType?.Resolve())
        {
            if (
                one.Methods.FirstOrDefault(method => Signature(method) == Signature(asked)) is
                { } found
            )
                return found;
            if (asked.IsConstructor)
                return null;
        }
        return null;
    }

    private static string Signature(MethodDefinition method) =>
        $"{method.Name}`{method.GenericParameters.Count}({string.Join(",", method.Parameters.Select(one => one.ParameterType.FullName))})";
}
