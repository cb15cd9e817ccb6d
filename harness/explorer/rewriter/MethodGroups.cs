using Katas.Harness.Explorer.Controlled;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using Mono.Collections.Generic;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>
/// Writes methods that a delegate can be made of in place of a member of the framework: static, the instance first, as an extension method that is
/// handed on. Each calls the member after a scheduling point, or what stands in for it, with the site where it was handed on.
/// </summary>
internal sealed class MethodGroups
{
    private readonly ModuleDefinition _module;
    private readonly SchedulingPointMethods _points;
    private readonly Overrides _overrides;

    // Of members that some delegate is made of to take it off an event: there is one method for all their delegates, which are equal then.
    private readonly HashSet<string> _takenOff = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MethodReference> _shared = new(StringComparer.Ordinal);

    public MethodGroups(ModuleDefinition module, SchedulingPointMethods points, Overrides overrides)
    {
        (_module, _points, _overrides) = (module, points, overrides);
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

    /// <summary>A method that calls what stands in for a member; <see langword="null"/> where there is none: for a structure's member.</summary>
    /// <param name="user">The method that hands it on.</param>
    /// <param name="callee">The member.</param>
    /// <param name="replacement">What stands in for it.</param>
    /// <param name="site">Where it is handed on.</param>
    public MethodReference? OfReplacement(
        MethodDefinition user,
        MethodReference callee,
        MethodReference replacement,
        int site
    )
    {
        var parameters = TypeArguments.ParametersOf(replacement).SkipLast(1).ToList();
        if (parameters is [ByReferenceType, ..])
            return null;
        return Shared(
            user,
            callee,
            () =>
                Create(
                    user,
                    $"<{replacement.Name}>{site}",
                    TypeArguments.ResultOf(replacement),
                    parameters,
                    (group, own) =>
                    {
                        var il = group.Body.GetILProcessor();
                        foreach (var parameter in group.Parameters)
                            il.Emit(OpCodes.Ldarg, parameter);
                        il.Emit(OpCodes.Ldc_I4, site);
                        il.Emit(OpCodes.Call, own.Of(replacement));
                        il.Emit(OpCodes.Ret);
                    }
                )
        );
    }

    /// <summary>A method that calls an instance's member after a scheduling point for the instance.</summary>
    /// <param name="user">The method that hands it on.</param>
    /// <param name="callee">The member.</param>
    /// <param name="point">The scheduling point.</param>
    /// <param name="site">Where it is handed on.</param>
    public MethodReference OfObserved(
        MethodDefinition user,
        MethodReference callee,
        MethodReference point,
        int site
    ) =>
        Shared(
            user,
            callee,
            () =>
                Create(
                    user,
                    $"<{callee.Name}>{site}",
                    TypeArguments.ResultOf(callee),
                    [callee.DeclaringType, .. TypeArguments.ParametersOf(callee)],
                    (group, own) =>
                        Observe(
                            group,
                            group.Parameters,
                            point,
                            site,
                            OpCodes.Callvirt,
                            own.Of(callee)
                        )
                )
        );

    /// <summary>
    /// An instance's method that calls what only its class may call, after a scheduling point for the instance; <see langword="null"/> where the
    /// class would have to know the type parameters of the method that hands it on.
    /// </summary>
    /// <param name="user">The method that hands it on.</param>
    /// <param name="callee">The member.</param>
    /// <param name="point">The scheduling point.</param>
    /// <param name="site">Where it is handed on.</param>
    /// <param name="call">How it is called: that of the base, or whatever overrides it.</param>
    public MethodReference? OfInherited(
        MethodDefinition user,
        MethodReference callee,
        MethodReference point,
        int site,
        OpCode call
    )
    {
        var heir = user.DeclaringType;
        while (!IsHeir(heir, callee.DeclaringType))
        {
            if (heir.DeclaringType is null)
                return null;
            heir = heir.DeclaringType;
        }
        var hasOpenArguments =
            callee is GenericInstanceMethod generic
            && generic.GenericArguments.Any(argument => argument.ContainsGenericParameter);
        if (
            heir == user.DeclaringType
                ? hasOpenArguments && user.HasGenericParameters
                : hasOpenArguments || callee.DeclaringType.ContainsGenericParameter
        )
            return null;
        return Shared(
            user,
            callee,
            () =>
            {
                var group = new MethodDefinition(
                    $"<base.{callee.Name}>{site}",
                    MethodAttributes.Assembly | MethodAttributes.HideBySig,
                    TypeArguments.ResultOf(callee)
                );
                foreach (var parameter in TypeArguments.ParametersOf(callee))
                    group.Parameters.Add(new ParameterDefinition(parameter));
                heir.Methods.Add(group);
                Observe(
                    group,
                    [group.Body.ThisParameter, .. group.Parameters],
                    point,
                    site,
                    call,
                    callee
                );
                return TypeArguments.InSelf(group);
            }
        );
    }

    private static bool IsHeir(TypeDefinition type, TypeReference ancestor)
    {
        for (var own = type.BaseType; own is not null; own = own.Resolve()?.BaseType)
        {
            if (own.GetElementType().FullName == ancestor.GetElementType().FullName)
                return true;
        }
        return false;
    }

    private MethodReference Shared(
        MethodDefinition user,
        MethodReference callee,
        Func<MethodReference> create
    )
    {
        if (!_takenOff.Contains(callee.FullName))
            return create();
        // What a type parameter stands for depends on whose it is, and what a base's member is on whose base.
        var key = $"{callee.FullName} in {user.DeclaringType.FullName}";
        if (callee is GenericInstanceMethod)
            key += $".{user.FullName}";
        if (!_shared.TryGetValue(key, out var group))
            _shared.Add(key, group = create());
        return group;
    }

    /// <summary>Writes a method that has the type parameters of the one that hands it on.</summary>
    private MethodReference Create(
        MethodDefinition user,
        string name,
        TypeReference result,
        IEnumerable<TypeReference> parameters,
        Action<MethodDefinition, TypeParameters> writeBody
    )
    {
        var group = new MethodDefinition(
            name,
            MethodAttributes.Assembly | MethodAttributes.Static | MethodAttributes.HideBySig,
            _module.TypeSystem.Void
        );
        var own = new TypeParameters(user, group);
        group.ReturnType = own.Of(result);
        foreach (var parameter in parameters)
            group.Parameters.Add(new ParameterDefinition(own.Of(parameter)));
        writeBody(group, own);
        _module.GetType("<Module>").Methods.Add(group);
        return own.Instance;
    }

    private void Observe(
        MethodDefinition group,
        Collection<ParameterDefinition> arguments,
        MethodReference point,
        int site,
        OpCode call,
        MethodReference callee
    )
    {
        var il = group.Body.GetILProcessor();
        il.Emit(OpCodes.Ldarg, arguments[0]);
        if (call == OpCodes.Callvirt && _overrides.MayBeOf(callee))
        {
            il.Emit(OpCodes.Ldstr, callee.Name);
            il.Emit(OpCodes.Ldc_I4, callee.Parameters.Count);
            il.Emit(OpCodes.Call, _points[nameof(SchedulingPoints.UnlessOverridden)]);
        }
        il.Emit(OpCodes.Ldc_I4, site);
        il.Emit(OpCodes.Call, point);
        foreach (var argument in arguments)
            il.Emit(OpCodes.Ldarg, argument);
        il.Emit(call, callee);
        il.Emit(OpCodes.Ret);
    }
}
