using System.Globalization;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>
/// Writes methods that a delegate can be made of in place of a member of the framework: static, the instance first, as an extension method that is
/// handed on. Each calls what stands in for the member, with the site where it was handed on.
/// </summary>
internal sealed class MethodGroups
{
    private readonly ModuleDefinition _module;

    // Of members that some delegate is made of to take it off an event: there is one method for all their delegates, which are equal then.
    private readonly HashSet<string> _takenOff = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MethodDefinition> _shared = new(StringComparer.Ordinal);

    public MethodGroups(ModuleDefinition module)
    {
        _module = module;
        foreach (
            var instruction in module
                .GetAllTypes()
                .SelectMany(type => type.Methods)
                .Where(method => method.HasBody)
                .SelectMany(method => method.Body.Instructions)
        )
        {
            if (
                instruction
                    is {
                        OpCode.Code: Code.Ldftn or Code.Ldvirtftn,
                        Operand: MethodReference member,
                        Next: { OpCode.Code: Code.Newobj, Next.Operand: MethodReference user }
                    }
                && (
                    user.Name.StartsWith("remove_", StringComparison.Ordinal)
                    || user is { Name: "Remove", DeclaringType.FullName: "System.Delegate" }
                )
            )
                _takenOff.Add(member.FullName);
        }
    }

    /// <summary>A method that calls what stands in for a member; <see langword="null"/> where there is none: for a structure's member, or in generic code.</summary>
    public MethodDefinition? OfReplacement(
        MethodReference callee,
        MethodReference replacement,
        int site
    )
    {
        var generic = replacement as GenericInstanceMethod;
        var parameters = replacement
            .Parameters.SkipLast(1)
            .Select(parameter => TypeArguments.Substitute(parameter.ParameterType, null, generic))
            .ToList();
        if (
            generic?.GenericArguments.Any(argument => argument.ContainsGenericParameter) == true
            || parameters is [ByReferenceType, ..]
        )
            return null;
        return Shared(
            callee,
            () =>
                Create(
                    $"<{replacement.Name}>",
                    TypeArguments.Substitute(replacement.ReturnType, null, generic),
                    parameters,
                    site,
                    (il, group) =>
                    {
                        foreach (var parameter in group.Parameters)
                            il.Emit(OpCodes.Ldarg, parameter);
                        il.Emit(OpCodes.Ldc_I4, site);
                        il.Emit(OpCodes.Call, replacement);
                    }
                )
        );
    }

    /// <summary>A method that calls an instance's member after a scheduling point for the instance; <see langword="null"/> in generic code.</summary>
    public MethodDefinition? OfObserved(MethodReference callee, MethodReference point, int site)
    {
        var (ofType, ofMethod) = (
            callee.DeclaringType as GenericInstanceType,
            callee as GenericInstanceMethod
        );
        if (
            callee.DeclaringType.ContainsGenericParameter
            || ofMethod?.ContainsGenericParameter == true
        )
            return null;
        return Shared(
            callee,
            () =>
                Create(
                    $"<{callee.Name}>",
                    TypeArguments.Substitute(callee.ReturnType, ofType, ofMethod),
                    [
                        callee.DeclaringType,
                        .. callee.Parameters.Select(parameter =>
                            TypeArguments.Substitute(parameter.ParameterType, ofType, ofMethod)
                        ),
                    ],
                    site,
                    (il, group) =>
                    {
                        il.Emit(OpCodes.Ldarg, group.Parameters[0]);
                        il.Emit(OpCodes.Ldc_I4, site);
                        il.Emit(OpCodes.Call, point);
                        foreach (var parameter in group.Parameters)
                            il.Emit(OpCodes.Ldarg, parameter);
                        il.Emit(OpCodes.Callvirt, callee);
                    }
                )
        );
    }

    private MethodDefinition Shared(MethodReference callee, Func<MethodDefinition> create)
    {
        if (!_takenOff.Contains(callee.FullName))
            return create();
        if (!_shared.TryGetValue(callee.FullName, out var group))
            _shared.Add(callee.FullName, group = create());
        return group;
    }

    private MethodDefinition Create(
        string name,
        TypeReference result,
        IEnumerable<TypeReference> parameters,
        int site,
        Action<ILProcessor, MethodDefinition> writeBody
    )
    {
        var group = new MethodDefinition(
            string.Create(CultureInfo.InvariantCulture, $"{name}{site}"),
            MethodAttributes.Assembly | MethodAttributes.Static | MethodAttributes.HideBySig,
            result
        );
        foreach (var parameter in parameters)
            group.Parameters.Add(new ParameterDefinition(parameter));
        var il = group.Body.GetILProcessor();
        writeBody(il, group);
        il.Emit(OpCodes.Ret);
        _module.GetType("<Module>").Methods.Add(group);
        return group;
    }
}
