using System.Collections.Concurrent;
using System.Threading.Channels;
using Katas.Harness.Explorer.Controlled;
using Katas.Harness.Explorer.Rewriting;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Katas.Harness.Explorer;

/// <summary>Every public member of the framework's threading namespaces is modelled, harmless or refused by name; none is run in silence.</summary>
public class MembersTests
{
    private static readonly string[] Spaces =
    [
        "System.Threading",
        "System.Threading.Tasks",
        "System.Threading.Channels",
        "System.Collections.Concurrent",
    ];

    // One type of each assembly that the namespaces are spread over.
    private static readonly Type[] Samples =
    [
        typeof(Thread),
        typeof(Barrier),
        typeof(Parallel),
        typeof(Channel),
        typeof(ConcurrentBag<int>),
        typeof(BlockingCollection<int>),
    ];

    [Test]
    public async Task What_becomes_of_every_member() =>
        await Verify(
            string.Join(
                '\n',
                Members()
                    .GroupBy(member => (Type: TypeName(member.DeclaringType), Treatment(member)))
                    .Select(group =>
                        $"{group.Key.Item2, -8} {group.Key.Type}: {string.Join(' ', group.Select(m => m.Name).Distinct().Order(StringComparer.Ordinal))}"
                    )
                    .Order(StringComparer.Ordinal)
            )
        );

    private static string Treatment(MethodReference member) =>
        Replaced.Find(member, member.Name == ".ctor") is not null ? "modelled"
        : Callees.IsRefused(member) ? "refused"
        : Collections.IsOne(member) ? "a step"
        : "harmless";

    private static readonly Replacements Replaced = new(
        ModuleDefinition.ReadModule(typeof(MembersTests).Assembly.Location),
        ModuleDefinition.ReadModule(typeof(SchedulingPoints).Assembly.Location)
    );

    private static IEnumerable<MethodReference> Members() =>
        Samples
            .Select(type => type.Assembly.Location)
            .Distinct()
            .SelectMany(assembly => ModuleDefinition.ReadModule(assembly).GetAllTypes())
            .Where(IsPublic)
            .Where(type => Spaces.Contains(Outermost(type).Namespace) && !IsException(type))
            .SelectMany(type => type.Methods)
            .Where(method => method.IsPublic)
            .Select(Open);

    private static bool IsPublic(TypeDefinition type) =>
        type.IsPublic || (type.IsNestedPublic && IsPublic(type.DeclaringType));

    private static bool IsException(TypeDefinition type) =>
        type.Name.EndsWith("Exception", StringComparison.Ordinal)
        || type.IsEnum
        || type.BaseType?.FullName is "System.MulticastDelegate" or "System.EventArgs";

    private static TypeReference Outermost(TypeReference type) =>
        type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static string TypeName(TypeReference type) => type.GetElementType().FullName;

    /// <summary>The member of a generic type, as code refers to it.</summary>
    private static MethodReference Open(MethodDefinition method)
    {
        if (!method.DeclaringType.HasGenericParameters)
            return method;
        var type = new GenericInstanceType(method.DeclaringType);
        foreach (var parameter in method.DeclaringType.GenericParameters)
            type.GenericArguments.Add(parameter);
        var open = new MethodReference(method.Name, method.ReturnType, type)
        {
            HasThis = method.HasThis,
        };
        foreach (var parameter in method.GenericParameters)
            open.GenericParameters.Add(new GenericParameter(parameter.Name, open));
        foreach (var parameter in method.Parameters)
            open.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
        return open;
    }
}
